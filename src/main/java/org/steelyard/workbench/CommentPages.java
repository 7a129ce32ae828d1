package org.steelyard.workbench;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand.MakeComment;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.Recorded;

/** Comments and replies: on the assessment, an item, an interpretation, a cell, or a revision. */
@Controller
class CommentPages {
    private static final String TEXTS = "work.comment";

    private final Desks desks;
    private final Recording recording;

    CommentPages(Desks desks, Recording recording) {
        this.desks = desks;
        this.recording = recording;
    }

    /**
     * A blank comment.
     *
     * @param about {@code evidence:KEY}, {@code interpretation:KEY}, {@code cell:KEY/KEY} or {@code revision:N}
     * @param replyTo the revision of the comment that it answers
     */
    @GetMapping("/a/{key}/comment")
    ModelAndView blank(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable String replyTo) {
        Desk desk = desks.open(Right.COMMENT, key);
        Form form = Form.blank(TEXTS, desk.revision()).with("about", about).with("replyTo", replyTo);
        return page(desk, form);
    }

    @PostMapping("/a/{key}/comment")
    ModelAndView make(@PathVariable String key, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.COMMENT, key);
        Form form = Form.sent(TEXTS, sent);
        Reading typed = new Reading(form);
        About about = about(typed);
        Long replyTo = typed.optional("replyTo") == null ? null : (Long) typed.revision("replyTo");
        var entry = Entry.adding(
                desk,
                () -> new Line(desk.by(new MakeComment(typed.text("text"), about, replyTo)), CommentPages::field));
        return recording.record(form, entry, () -> page(desks.open(Right.COMMENT, key), form));
    }

    private static String field(String field) {
        return field.startsWith("about") ? "about" : field;
    }

    private static @Nullable About about(Reading typed) {
        String about = typed.optional("about");
        if (about == null) {
            return null;
        }
        String key = about.substring(about.indexOf(':') + 1);
        return switch (about.substring(0, Math.max(0, about.indexOf(':')))) {
            case "evidence" -> new About(key, null, null, null);
            case "interpretation" -> new About(null, key, null, null);
            case "cell" -> new About(null, null, key, null);
            case "revision" -> new About(null, null, null, key.matches("\\d{1,18}") ? Long.parseLong(key) : 0);
            default -> new About(null, null, null, null);
        };
    }

    private static ModelAndView page(Desk desk, Form form) {
        return new ModelAndView("workbench/comment")
                .addObject("desk", desk)
                .addObject("form", form)
                .addObject("answered", answered(desk, form.value("replyTo")));
    }

    /** The comment that is answered, or null. */
    private static @Nullable CommentMade answered(Desk desk, String revision) {
        Recorded recorded = revision.matches("\\d{1,18}") ? desk.state().recorded(Long.parseLong(revision)) : null;
        return recorded != null && recorded.event() instanceof CommentMade comment ? comment : null;
    }
}
