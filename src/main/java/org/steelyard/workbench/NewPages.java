package org.steelyard.workbench;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Access;
import org.steelyard.access.Members;
import org.steelyard.access.Role;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.NewKeys;
import org.steelyard.balance.Relation;
import org.steelyard.dossier.Dossiers;

/**
 * A new assessment, in two steps: what is asked, and what competes to answer it. What the other step holds travels unseen, and
 * all is recorded together at the end.
 */
@Controller
class NewPages {
    static final String TEXTS = "work.new";

    private static final Set<String> FIRST =
            Set.of("title", "key", "question", "since", "relation", "horizon", "marking", "tags");

    private final Access access;
    private final Members members;
    private final Dossiers dossiers;
    private final Recording recording;
    private final Refusals refusals;
    private final Opening opening;
    private final Clock clock;

    NewPages(
            Access access,
            Members members,
            Dossiers dossiers,
            Recording recording,
            Refusals refusals,
            Opening opening,
            Clock clock) {
        this.access = access;
        this.members = members;
        this.dossiers = dossiers;
        this.recording = recording;
        this.refusals = refusals;
        this.opening = opening;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView blank() {
        access.requireToOpen();
        Form form = Form.blank(TEXTS, 0)
                .with("since", opening.today())
                .with("relation", Relation.EXCLUSIVE)
                .with("marking", Marking.AMBER)
                .with("count", 2);
        return first(form);
    }

    @PostMapping("/new")
    ModelAndView next(@RequestParam MultiValueMap<String, String> sent) {
        access.requireToOpen();
        Form form = Form.sent(TEXTS, sent);
        return switch (form.value("do")) {
            case "open" -> open(form);
            case "more" -> second(form.with("count", opening.count(form) + 1));
            case "back" -> first(form);
            default -> checked(form);
        };
    }

    /** The second step, where the first would be recorded as it is. */
    private ModelAndView checked(Form form) {
        String key = key(form);
        refusals.check(form, List.of(opening.line(form, key, access.user())), state(key));
        return form.hasFaults() ? wrong(first(form)) : second(form);
    }

    private static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView open(Form form) {
        String key = key(form);
        String user = access.user();
        var entry = new Entry(
                key,
                state -> opening.lines(form, key, user),
                event -> false,
                outcome -> "/a/" + key,
                outcome -> members.add(
                        key, user, Role.OWNER, user, outcome.last().stamp().recordedAt()));
        return recording.record(form, entry, () -> isWrongInFirst(form) ? first(form) : second(form));
    }

    private static boolean isWrongInFirst(Form form) {
        return form.faults().stream().map(Fault::field).anyMatch(FIRST::contains);
    }

    /** The key that was asked for, or one made of the title. */
    private String key(Form form) {
        return NewKeys.wantedOrFree(
                form.value("key"),
                form.value("title"),
                clock.instant(),
                key -> dossiers.current(key).isEmpty());
    }

    private AssessmentState state(String key) {
        return dossiers.current(key).orElseGet(AssessmentState::none);
    }

    private ModelAndView first(Form form) {
        return new ModelAndView("workbench/new").addObject("form", form).addObject("hidden", hidden(form, FIRST));
    }

    private ModelAndView second(Form form) {
        int count = opening.count(form);
        var shown = IntStream.range(0, count)
                .boxed()
                .flatMap(number -> Stream.of("statement.", "name.", "holder.", "discriminator.")
                        .map(name -> name + number))
                .collect(Collectors.toSet());
        return new ModelAndView("workbench/new-interpretations")
                .addObject("form", form)
                .addObject("numbers", IntStream.range(0, count).boxed().toList())
                .addObject("hidden", hidden(form, shown));
    }

    private static List<String> hidden(Form form, Set<String> shown) {
        return form.names().stream()
                .filter(name -> !shown.contains(name)
                        && !Set.of("do", "once", "revision").contains(name))
                .toList();
    }
}
