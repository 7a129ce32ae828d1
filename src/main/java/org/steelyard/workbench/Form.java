package org.steelyard.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.steelyard.http.OneTime;
import org.steelyard.site.Sentence;

/**
 * A form on a page: what stands in its fields, what is wrong with them, the revision that the page was made from, and a key
 * that tells a repeated submit from a new one.
 */
final class Form {
    private static final String REVISION = "revision";
    private static final String ONCE = "once";
    private static final String TAKE = "take";
    private static final String SEPARATOR = ", ";

    private static final Set<String> OF_EVERY_FORM = Set.of("effectiveOn", "effectiveTime", "reason");

    /** The field whose value is kept nowhere. */
    static final String PASSWORD = "password";

    private final String texts;
    private final String scope;
    private final MultiValueMap<String, String> fields;
    private final Map<String, Fault> faults = new LinkedHashMap<>();
    private List<Sentence> movedOn = List.of();
    private Map<String, String> standing = Map.of();

    private Form(String texts, String scope, MultiValueMap<String, String> fields) {
        this.texts = texts;
        this.scope = scope;
        this.fields = fields;
    }

    /**
     * A form that nobody has typed into.
     *
     * @param texts the group of messages that its labels are of
     * @param revision the revision that the page shows
     */
    static Form blank(String texts, long revision) {
        var form = new Form(texts, "", new LinkedMultiValueMap<>());
        form.fields.set(REVISION, Long.toString(revision));
        form.fields.set(ONCE, OneTime.newKey());
        return form;
    }

    /** The form as it was sent. */
    static Form sent(String texts, MultiValueMap<String, String> sent) {
        var kept = new LinkedMultiValueMap<String, String>();
        sent.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                values.forEach(
                        value -> kept.add(name, value.replace("\r\n", "\n").replace('\r', '\n')));
            }
        });
        return new Form(texts, "", kept);
    }

    /** The same as one of several forms of a page: about this thing. */
    Form about(String thing) {
        return new Form(texts, thing, fields);
    }

    /** Puts a value into a field. */
    Form with(String name, @Nullable Object value) {
        if (value != null) {
            fields.set(name, value.toString());
        }
        return this;
    }

    /** Puts values into fields. */
    Form with(Map<String, String> values) {
        values.forEach(this::with);
        return this;
    }

    /** Ticks these boxes. */
    Form with(String name, List<String> values) {
        fields.put(name, new ArrayList<>(values));
        return this;
    }

    /** The key of the thing that this form is about; empty where it is the page's only one. */
    public String scope() {
        return scope;
    }

    /** The text in a field, without white space around it; empty where there is none. */
    public String value(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** The text in a field with its white space; empty where there is none. */
    String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    /** The values of all fields of this name that hold any. */
    public List<String> values(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    public boolean holds(String name, String value) {
        return values(name).contains(value);
    }

    /** A field with one of its values. */
    record Carried(String name, String value) {}

    /** What another form carries to say the same, but for these fields. */
    List<Carried> carried(Set<String> without) {
        var carried = new ArrayList<Carried>();
        fields.forEach((name, values) -> values.forEach(value -> {
            if (!without.contains(name)) {
                carried.add(new Carried(name, value));
            }
        }));
        return carried;
    }

    /** Everything that was sent but for a password, in a form that two equal submits have in common. */
    String content() {
        var content = new LinkedMultiValueMap<>(fields);
        content.remove(PASSWORD);
        return content.toString();
    }

    Collection<String> names() {
        return fields.keySet();
    }

    public String once() {
        return value(ONCE);
    }

    /** The revision that the page was made from; 0 where it says none. */
    public long revision() {
        String revision = value(REVISION);
        return revision.matches("\\d{1,18}") ? Long.parseLong(revision) : 0;
    }

    public String id(String name) {
        String id = name.replace('.', '-');
        return scope.isEmpty() ? "f-" + id : "f-" + scope + "--" + id;
    }

    /**
     * Code of the message that labels a field; of a repeated field what comes before its first dot. The title that is typed
     * has another code than the title of the page.
     */
    public String label(String name) {
        if (OF_EVERY_FORM.contains(name)) {
            return "work.form." + name;
        }
        int dot = name.indexOf('.');
        String field = dot < 0 ? name : name.substring(0, dot);
        return texts + "." + (field.equals("title") ? "name-of" : field);
    }

    /** The term of the glossary that a field's label leads to, by its place in addresses; null where it needs none. */
    public @Nullable String term(String name) {
        return FieldTerms.of(name);
    }

    /** Notes what is wrong with a field in the words of the rule that refused it. */
    void blame(String field, String said) {
        faults.putIfAbsent(field, new Fault(field, id(field), label(field), thingOf(field), said, null, List.of()));
    }

    /** Notes what is wrong with a field by a message of the pages. */
    void wrong(String field, String code, Object... arguments) {
        faults.putIfAbsent(
                field, new Fault(field, id(field), label(field), thingOf(field), null, code, List.of(arguments)));
    }

    private static String thingOf(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? "" : field.substring(dot + 1).replace('.', '/');
    }

    public @Nullable Fault fault(String field) {
        return faults.get(field);
    }

    public Collection<Fault> faults() {
        return faults.values();
    }

    public boolean hasFaults() {
        return !faults.isEmpty();
    }

    /** Others recorded something since the page was made; the form goes on from there. */
    void movedOn(MovedOn news) {
        movedOn = news.since();
        fields.set(REVISION, Long.toString(news.revision()));
    }

    /** What they recorded, in words; empty where nothing that concerns the form. */
    public List<Sentence> movedOn() {
        return movedOn;
    }

    /** What is typed or ticked in a field; of several values, sorted, with commas between. */
    private String typed(String name) {
        return listed(values(name));
    }

    /** The same of a list. */
    static String listed(List<String> values) {
        return values.stream().sorted().collect(Collectors.joining(SEPARATOR));
    }

    /** Ticks of these boxes each one that a text with commas names. */
    void spread(String... names) {
        for (String name : names) {
            with(
                    name,
                    values(name).stream()
                            .flatMap(value -> Stream.of(value.split(SEPARATOR)))
                            .toList());
        }
    }

    /** What others put into fields that stay as they were typed. */
    void standsThere(Map<String, String> now) {
        standing = now;
    }

    /** Takes over what others changed where nothing was typed; where both changed, what was typed stays. */
    void rebase(Map<String, String> from, Map<String, String> to) {
        standsThere(to);
        to.forEach((name, value) -> {
            if (typed(name).equals(from.getOrDefault(name, "").strip())) {
                fields.set(name, value);
            }
        });
    }

    /** The same where others may have changed no more than some fields: what did not change says nothing of itself. */
    void rebaseChanged(Map<String, String> from, Map<String, String> to) {
        var changed = new HashMap<>(to);
        changed.entrySet().removeIf(field -> field.getValue().equals(from.getOrDefault(field.getKey(), "")));
        rebase(from, changed);
    }

    /** The fields whose box says that what stands there now is to stay. */
    List<String> takes() {
        return values(TAKE);
    }

    /**
     * Puts into the fields whose box says so what stands there now, in the place of what was typed; says whether nothing else was
     * typed, so that there is nothing to record.
     */
    boolean take(Map<String, String> now) {
        List<String> taken = takes();
        fields.remove(TAKE);
        taken.forEach(name -> with(name, now.get(name)));
        return !taken.isEmpty()
                && now.entrySet().stream()
                        .allMatch(field ->
                                typed(field.getKey()).equals(field.getValue().strip()));
    }

    /** What others put into a field meanwhile, where something else is typed there; else null. */
    public @Nullable String nowThere(String name) {
        String value = standing.get(name);
        return value == null || value.strip().equals(typed(name)) ? null : value;
    }
}
