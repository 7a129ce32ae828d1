package org.steelyard.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.steelyard.TestServer.Client;
import org.steelyard.TestServer.Reply;

/** A form as it stands on a page, to be filled and sent as a browser would. */
final class FilledForm {
    private final Client browser;
    private final Element form;
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();

    private FilledForm(Client browser, Element form) {
        this.browser = browser;
        this.form = form;
        for (Element field : form.select("[name]")) {
            String name = field.attr("name");
            switch (field.normalName()) {
                case "select" -> fields.add(Map.entry(name, chosen(field)));
                case "textarea" -> fields.add(Map.entry(name, field.wholeText()));
                case "input" -> addInput(field);
                default -> {}
            }
        }
        fields.removeIf(entry -> entry.getKey().equals("_csrf"));
    }

    /** The form that is sent to this address, on this page. */
    static FilledForm on(Client browser, Reply page, String action) {
        Element form = page.html().selectFirst("form[method=post][action='" + action + "']");
        if (form == null) {
            throw new AssertionError("No form is sent to " + action + " on " + page.body());
        }
        return new FilledForm(browser, form);
    }

    /** The form of this page that is sent to this address, and holds this value unseen. */
    static FilledForm on(Client browser, Reply page, String action, String intent) {
        Element form =
                page.html().selectFirst("form[action='" + action + "']:has(input[name=do][value=" + intent + "])");
        if (form == null) {
            throw new AssertionError("No form to " + intent + " on " + page.body());
        }
        return new FilledForm(browser, form);
    }

    /** The form of this page that is sent to this address about somebody whom it names unseen. */
    static FilledForm about(Client browser, Reply page, String action, String user) {
        Element form = page.html()
                .selectFirst("form[action='" + action + "']:has(input[type=hidden][name=user][value=" + user + "])");
        if (form == null) {
            throw new AssertionError("No form about " + user + " on " + page.body());
        }
        return new FilledForm(browser, form);
    }

    /** The form on the page at its own address. */
    static FilledForm at(Client browser, String address) {
        return on(browser, browser.get(address).expect(200), address);
    }

    private void addInput(Element field) {
        boolean box = List.of("radio", "checkbox").contains(field.attr("type"));
        if (!box || field.hasAttr("checked")) {
            fields.add(Map.entry(field.attr("name"), field.attr("value")));
        }
    }

    private static String chosen(Element select) {
        Element option = select.selectFirst("option[selected]");
        Element first = option == null ? select.selectFirst("option") : option;
        return first == null ? "" : first.attr("value");
    }

    FilledForm with(String name, String... values) {
        if (form.select("[name='" + name + "']").isEmpty()) {
            throw new AssertionError("There is no field " + name + " in " + form);
        }
        fields.removeIf(entry -> entry.getKey().equals(name));
        for (String value : values) {
            fields.add(Map.entry(name, value));
        }
        return this;
    }

    /** The first value that a field holds; empty where it holds none. */
    String value(String name) {
        return fields.stream()
                .filter(entry -> entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Sent by this button, with these values besides. */
    Reply send(String button, Map<String, String> besides) {
        besides.forEach((name, value) -> fields.add(Map.entry(name, value)));
        return send(button);
    }

    Reply send() {
        return browser.form(form.attr("action"), fields);
    }

    /** Sent by this button. */
    Reply send(String button) {
        var all = new ArrayList<>(fields);
        all.removeIf(entry -> entry.getKey().equals("do"));
        all.add(Map.entry("do", button));
        return browser.form(form.attr("action"), all);
    }
}
