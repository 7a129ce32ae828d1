package org.steelyard.dossier.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.AssessmentView.ReviewView;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Problem;
import org.steelyard.site.Texts;

/** A review as it was signed: by whom, when, what it means, what it is bound to; and whether that still is what is stored. */
@Controller
class SignaturePages {
    private final Opening opening;
    private final Framing framing;
    private final Blames blames;
    private final AssessmentLog log;
    private final Texts texts;

    SignaturePages(Opening opening, Framing framing, Blames blames, AssessmentLog log, Texts texts) {
        this.opening = opening;
        this.framing = framing;
        this.blames = blames;
        this.log = log;
        this.texts = texts;
    }

    /**
     * A digest that was computed anew.
     *
     * @param digest of what is stored now up to the revision that was reviewed
     */
    record Checked(String digest, boolean same) {}

    /**
     * The review that this revision gave.
     *
     * @param check {@code digest} to have the digest of what is stored computed anew and compared
     */
    @GetMapping("/a/{key}/reviews/{revision}")
    String signature(
            @PathVariable String key,
            @PathVariable String revision,
            PointInTime point,
            @RequestParam(required = false) @Nullable String check,
            Model model) {
        Shown shown = opening.open(key, point);
        ReviewView review = shown.view().reviews().stream()
                .filter(one -> Long.toString(one.revision()).equals(revision))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(texts.text("signature.unknown")));
        framing.frame(model, shown, "/reviews/" + revision);
        model.addAttribute("review", review);
        model.addAttribute("outdatedBy", blames.outdating(shown, review.reviewed()));
        model.addAttribute("checked", "digest".equals(check) ? checked(key, review) : null);
        return "dossier/signature";
    }

    private Checked checked(String key, ReviewView review) {
        String digest = log.digest(key, review.reviewed()).orElse("");
        return new Checked(digest, digest.equals(review.digest()));
    }
}
