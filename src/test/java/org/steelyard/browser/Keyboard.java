package org.steelyard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/**
 * What somebody does who has nothing but a keyboard: Tab leads from control to control, and what has the focus takes the keys.
 * A stop on the way that nobody sees fails, one that Tab does not leave, and a control that is never reached.
 */
final class Keyboard {
    /** No page has so many stops. */
    private static final int STOPS = 600;

    /** Whether the element with the focus is one of those that are looked for, and how it looks. A date has several stops of its own. */
    private static final String WHERE = """
            all => {
              const one = document.activeElement;
              if (one === document.body) return 'nowhere';
              const box = one.getBoundingClientRect(), style = getComputedStyle(one);
              const inside = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
              const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              window.stays = window.lastStop === one ? window.stays + 1 : 0;
              window.lastStop = one;
              const name = window.stays > 6 ? 'kept' : all.includes(one) ? 'there' : 'elsewhere';
              return (inside && marked ? '' : 'unseen ') + name + ' ' + one.cloneNode(false).outerHTML.slice(0, 200);
            }""";

    private static final String IS_THERE = "all => all.includes(document.activeElement)";

    private final Visitor visitor;

    Keyboard(Visitor visitor) {
        this.visitor = visitor;
    }

    private Page page() {
        return visitor.page();
    }

    /** Tabs on until one of these has the focus. */
    Keyboard tabTo(Locator wanted) {
        page().evaluate("() => { window.lastStop = null; }");
        for (int stop = 0; stop < STOPS; stop++) {
            page().keyboard().press("Tab");
            String where = wanted.evaluateAll(WHERE).toString();
            assertThat(where)
                    .as("a stop of " + visitor.address())
                    .doesNotStartWith("unseen")
                    .doesNotStartWith("kept");
            if (where.startsWith("there")) {
                return this;
            }
        }
        throw new AssertionError(wanted + " is not reached by Tab on " + visitor.address());
    }

    Keyboard tabTo(String selector) {
        return tabTo(page().locator(selector));
    }

    /** Tabs to the field whose label this is, or begins so. */
    Keyboard tabToField(String label) {
        return tabTo(page().getByLabel(Pattern.compile("^\\s*" + label)));
    }

    Keyboard press(String... keys) {
        for (String key : keys) {
            page().keyboard().press(key);
        }
        return this;
    }

    /** Types into what has the focus. A line break is Enter. */
    Keyboard type(String text) {
        page().keyboard().type(text);
        return this;
    }

    /** Puts a text into the field of this label, in the place of what stands there. */
    Keyboard fill(String label, String text) {
        return tabToField(label).press("Control+a").type(text);
    }

    /** Chooses one of a few: Tab leads to the group, arrows through it. */
    Keyboard pick(String label) {
        Locator wanted = page().getByLabel(label);
        Object name = wanted.first().getAttribute("name");
        tabTo("input[type=radio][name='" + name + "']");
        for (int step = 0; step < STOPS; step++) {
            if (Boolean.TRUE.equals(wanted.evaluateAll(IS_THERE))) {
                return press("Space");
            }
            press("ArrowDown");
        }
        throw new AssertionError(label + " is not reached by arrows on " + visitor.address());
    }

    Keyboard tick(String label) {
        return tabToField(label).press("Space");
    }

    /** Chooses of a list what begins so. */
    Keyboard choose(String label, String option) {
        return tabToField(label).type(option);
    }

    /** Follows the link, pushes the button or unfolds what has this name. */
    Keyboard activate(String name) {
        Locator named = page().getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .or(page().getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(name).setExact(true)))
                .or(page().locator("summary", new Page.LocatorOptions().setHasText(name)));
        return tabTo(named).press("Enter");
    }
}
