package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.assessment.AssessmentView;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.site.Texts;

/**
 * What an assessment still lacks before a reviewer can sign it, for who records in it: computed from what the reader sees of
 * its state, so that each step is gone once it is done.
 */
@Component
final class NextSteps {
    private static final int FEWEST = 2;

    private final Texts texts;
    private final Access access;

    NextSteps(Texts texts, Access access) {
        this.texts = texts;
        this.access = access;
    }

    /** A step: what to do, why, and where. */
    record Step(String what, String why, String href) {}

    /** The steps that are left, in their order; none for who records nothing here, and none once the question is closed. */
    List<Step> of(Shown shown) {
        if (!shown.may().record() || shown.view().status() != Status.OPEN) {
            return List.of();
        }
        var view = shown.view();
        var steps = new ArrayList<Step>();
        if (view.interpretations().size() < FEWEST) {
            steps.add(step(shown, "interpretations", "/interpretations"));
        } else if (view.interpretations().stream().allMatch(one -> one.discriminator() == null)) {
            steps.add(step(shown, "discriminators", "/interpretations"));
        }
        if (view.sources().isEmpty() && view.evidence().isEmpty()) {
            steps.add(step(shown, "sources", "/sources"));
        }
        addRating(steps, shown);
        boolean judged = shown.dossier().readingsHidden()
                ? view.judgments().stream()
                        .anyMatch(judgment -> judgment.analyst().equals(access.user()))
                : !view.judgments().isEmpty();
        if (!judged) {
            steps.add(step(shown, "judge", "/judge"));
        }
        if (view.reviewRequests().isEmpty() && view.reviews().isEmpty()) {
            steps.add(step(shown, "review", "/review-request"));
        }
        return steps;
    }

    private void addRating(List<Step> steps, Shown shown) {
        if (shown.view().evidence().isEmpty()) {
            steps.add(step(shown, "evidence", "/new-evidence"));
        }
        long unrated = unrated(shown.view());
        if (shown.view().evidence().isEmpty() || unrated > 0) {
            String why = unrated == 1
                    ? texts.text("begin.next.rate.one")
                    : texts.text("begin.next.rate.more", Long.toString(unrated));
            steps.add(new Step(texts.text("begin.next.rate"), why, href(shown, "/rate")));
        }
    }

    /** How many cells nobody rated whose ratings the reader sees. */
    private static long unrated(AssessmentView view) {
        var rated = view.ratings().stream().map(RatingView::cell).collect(Collectors.toSet());
        return view.evidence().stream()
                .flatMap(item -> view.interpretations().stream().map(one -> item.key() + "/" + one.key()))
                .filter(cell -> !rated.contains(cell))
                .count();
    }

    private Step step(Shown shown, String code, String below) {
        return new Step(
                texts.text("begin.next." + code), texts.text("begin.next." + code + ".text"), href(shown, below));
    }

    private static String href(Shown shown, String below) {
        return "/a/" + shown.key() + below;
    }
}
