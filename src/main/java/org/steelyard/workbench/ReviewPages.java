package org.steelyard.workbench;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Access;
import org.steelyard.access.Members;
import org.steelyard.access.Right;
import org.steelyard.access.Role;
import org.steelyard.assessment.AssessmentCommand.GiveReview;
import org.steelyard.assessment.AssessmentCommand.RequestReview;
import org.steelyard.assessment.AssessmentDecider;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.Verdict;
import org.steelyard.assessment.AssessmentView.ReviewRequestView;
import org.steelyard.assessment.AssessmentView.ReviewView;
import org.steelyard.assessment.Refused;
import org.steelyard.assessment.Rule;
import org.steelyard.http.Problem;
import org.steelyard.site.Texts;

/** Reviews: asked for, and given by who signs with their password again. */
@Controller
class ReviewPages {
    private static final String ASKED = "work.review-request";
    private static final String GIVEN = "work.review";

    private final Desks desks;
    private final Recording recording;
    private final Access access;
    private final Members members;
    private final Texts texts;
    private final Clock clock;

    ReviewPages(Desks desks, Recording recording, Access access, Members members, Texts texts, Clock clock) {
        this.desks = desks;
        this.recording = recording;
        this.access = access;
        this.members = members;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/a/{key}/review-request")
    ModelAndView ask(@PathVariable String key, @RequestParam(required = false) @Nullable Long revision) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.blank(ASKED, desk.revision());
        return asked(desk, form.with("reviewed", revision == null ? desk.revision() : revision));
    }

    @PostMapping("/a/{key}/review-request")
    ModelAndView request(@PathVariable String key, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(ASKED, sent);
        Reading typed = new Reading(form);
        var command = new RequestReview(typed.revision("reviewed"), form.values("reviewers"), typed.optional("text"));
        var entry = Entry.adding(desk, () -> new Line(desk.by(command), ReviewPages::field));
        return recording.record(form, entry, () -> asked(desks.open(Right.RECORD, key), form));
    }

    private ModelAndView asked(Desk desk, Form form) {
        List<Option> reviewers = members.of(desk.key()).stream()
                .filter(member -> member.role() == Role.REVIEWER)
                .map(member -> new Option(member.user(), ""))
                .toList();
        return new ModelAndView("workbench/review-request")
                .addObject("desk", desk)
                .addObject("form", form)
                .addObject("reviewers", reviewers);
    }

    @GetMapping("/a/{key}/review")
    ModelAndView begin(@PathVariable String key, @RequestParam(required = false) @Nullable Long revision) {
        Desk desk = desks.open(Right.REVIEW, key);
        Form form = Form.blank(GIVEN, desk.revision());
        long asked = asked(desk).map(ReviewRequestView::revisionToReview).orElse(desk.revision());
        return given(desk, form.with("reviewed", revision == null ? asked : revision));
    }

    @PostMapping("/a/{key}/review")
    ModelAndView give(@PathVariable String key, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.REVIEW, key);
        Form form = Form.sent(GIVEN, sent);
        Reading typed = new Reading(form);
        sign(form);
        var entry = Entry.adding(desk, () -> new Line(desk.by(review(typed)), ReviewPages::field));
        return recording.record(form, entry, () -> given(desks.open(Right.REVIEW, key), form));
    }

    /** Whoever signs types their password again; a wrong one is said at its field. */
    private void sign(Form form) {
        if (form.value(Form.PASSWORD).isEmpty()) {
            form.wrong(Form.PASSWORD, "work.wrong.password");
            return;
        }
        try {
            access.requirePassword(form.value(Form.PASSWORD));
        } catch (Problem wrong) {
            form.blame(Form.PASSWORD, wrong.getMessage());
        }
    }

    /** The digest is looked up when it is recorded. */
    private static GiveReview review(Reading typed) {
        return new GiveReview(
                typed.revision("reviewed"),
                typed.choice("verdict", Verdict.class),
                typed.text("text"),
                "",
                KnownBy.PASSWORD_AGAIN);
    }

    /** The newest request to whoever reviews that came after their last review. */
    private static Optional<ReviewRequestView> asked(Desk desk) {
        long last = own(desk).stream().mapToLong(ReviewView::revision).max().orElse(0);
        return desk.view().reviewRequests().stream()
                .filter(request -> request.reviewers().contains(desk.user()) && request.revision() > last)
                .max(Comparator.comparingLong(ReviewRequestView::revision));
    }

    private ModelAndView given(Desk desk, Form form) {
        return new ModelAndView("workbench/review")
                .addObject("desk", desk)
                .addObject("form", form)
                .addObject("asked", asked(desk).orElse(null))
                .addObject("looked", looked(desk, form))
                .addObject("barred", barred(desk, form))
                .addObject("own", own(desk))
                .addObject("verdicts", Option.of(texts, "work.verdict", Verdict.values()));
    }

    /**
     * What there is to look at before one signs.
     *
     * @param replay the replay, at the revision that is reviewed
     * @param since what changed up to it since the last review by the same reviewer; null before the first one, or where it is no later
     * @param before the revision of that review
     */
    record Looked(
            long revision,
            String whole,
            String replay,
            @Nullable String since,
            long before) {}

    private static @Nullable Looked looked(Desk desk, Form form) {
        long revision = reviewed(desk, form);
        if (revision == 0) {
            return null;
        }
        long before = own(desk).stream().mapToLong(ReviewView::reviewed).max().orElse(0);
        return new Looked(
                revision,
                desk.page("?asOf=r" + revision),
                desk.page("/replay?at=r" + revision),
                before == 0 || before >= revision
                        ? null
                        : desk.page("/compare?axis=recorded&from=r" + before + "&to=r" + revision),
                before);
    }

    /** The revision that stands in the form; 0 where the log has none such. */
    private static long reviewed(Desk desk, Form form) {
        String typed = form.value("reviewed");
        long revision = typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
        return revision <= desk.revision() ? revision : 0;
    }

    private static List<ReviewView> own(Desk desk) {
        return desk.view().reviews().stream()
                .filter(review -> review.reviewer().equals(desk.user()))
                .toList();
    }

    /** Why whoever reads the page may not review this revision, said before they type anything; null where they may. */
    private @Nullable String barred(Desk desk, Form form) {
        long revision = reviewed(desk, form);
        if (revision == 0) {
            return null;
        }
        var review = new GiveReview(revision, Verdict.APPROVED, "-", "", KnownBy.PASSWORD_AGAIN);
        try {
            AssessmentDecider.decide(desk.state(), desk.by(review), clock.instant());
            return null;
        } catch (Refused refused) {
            return refused.rule() == Rule.A_REVIEWER_NEITHER_RATED_NOR_JUDGED ? refused.getMessage() : null;
        }
    }

    /** A form's own revision is that of its page, so the reviewed one has another name. */
    private static String field(String field) {
        return field.equals("revision") ? "reviewed" : field;
    }
}
