package org.steelyard.exchange;

import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Access;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.NewKeys;
import org.steelyard.exchange.casefile.CaseTemplate;
import org.steelyard.exchange.casefile.Importer;
import org.steelyard.exchange.casefile.Importer.InNameOf;
import org.steelyard.exchange.casefile.Syntax;
import org.steelyard.exchange.casefile.UnusableCaseFile;

/** A new assessment that begins from a template: an import in one's own name, with a title, a question and a key of one's own. */
@Controller
@RequestMapping("/new/template")
class TemplatePages {
    private static final String VIEW = "exchange/template";

    private final Access access;
    private final Imports imports;
    private final Templates templates;
    private final AssessmentLog log;
    private final Clock clock;

    TemplatePages(Access access, Imports imports, Templates templates, AssessmentLog log, Clock clock) {
        this.access = access;
        this.imports = imports;
        this.templates = templates;
        this.log = log;
        this.clock = clock;
    }

    /** What was typed. */
    record Wish(String template, String title, String question, String key) {}

    @GetMapping
    ModelAndView pick(@RequestParam(defaultValue = "") String template) {
        access.requireToOpen();
        return page(new Wish(template, "", "", ""));
    }

    @PostMapping
    ModelAndView begin(
            @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String key) {
        access.requireToOpen();
        var wish = new Wish(template, title.strip(), question.strip(), key.strip());
        var picked = templates.find(template);
        if (picked.isEmpty()) {
            return wrong(wish, HttpStatus.BAD_REQUEST).addObject("unpicked", true);
        }
        try {
            var importer = new Importer(access.user(), InNameOf.THEMSELVES);
            var imported = imports.run(filled(picked.get(), wish), Syntax.YAML, importer, done -> {});
            return new ModelAndView(
                    "redirect:/a/" + imported.assessments().getFirst().key());
        } catch (UnusableCaseFile unusable) {
            var status = unusable.reason() == UnusableCaseFile.Cause.KEY_TAKEN
                    ? HttpStatus.CONFLICT
                    : HttpStatus.BAD_REQUEST;
            return wrong(wish, status)
                    .addObject(
                            "complaints",
                            unusable.complaints().stream()
                                    .map(complaint -> complaint.message())
                                    .distinct()
                                    .toList());
        }
    }

    private byte[] filled(CaseTemplate template, Wish wish) {
        String title = wish.title().isEmpty() ? template.title() : wish.title();
        String question = wish.question().isEmpty() ? template.question() : wish.question();
        String key = NewKeys.wantedOrFree(wish.key(), title, clock.instant(), free -> log.revision(free) == 0);
        return template.filled(key, title, question);
    }

    private ModelAndView wrong(Wish wish, HttpStatus status) {
        var page = page(wish);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(Wish wish) {
        return new ModelAndView(VIEW).addObject("templates", templates.all()).addObject("wish", wish);
    }
}
