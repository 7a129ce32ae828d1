package org.steelyard.exchange;

import java.time.Clock;
import java.util.function.Consumer;
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
import org.steelyard.http.Answer;
import org.steelyard.http.OneTime;
import org.steelyard.site.Texts;

/** A new assessment that begins from a template: an import in one's own name, with a title, a question and a key of one's own. */
@Controller
@RequestMapping("/new/template")
class TemplatePages {
    private static final String VIEW = "exchange/template";

    private final Access access;
    private final Imports imports;
    private final Templates templates;
    private final AssessmentLog log;
    private final OneTime oneTime;
    private final Texts texts;
    private final Clock clock;

    TemplatePages(
            Access access,
            Imports imports,
            Templates templates,
            AssessmentLog log,
            OneTime oneTime,
            Texts texts,
            Clock clock) {
        this.access = access;
        this.imports = imports;
        this.templates = templates;
        this.log = log;
        this.oneTime = oneTime;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What was typed.
     *
     * @param once tells two submits of one form from two forms
     */
    record Wish(String template, String title, String question, String key, String once) {}

    @GetMapping
    ModelAndView pick(@RequestParam(defaultValue = "") String template) {
        access.requireToOpen();
        return page(new Wish(template, "", "", "", OneTime.newKey()));
    }

    @PostMapping
    ModelAndView begin(
            @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String once) {
        access.requireToOpen();
        var wish = new Wish(template, title.strip(), question.strip(), key.strip(), once);
        var picked = templates.find(template);
        if (picked.isEmpty()) {
            return wrong(wish, HttpStatus.BAD_REQUEST).addObject("unpicked", true);
        }
        try {
            return oneTime.once(once, wish.toString(), keep -> open(picked.get(), wish, keep));
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

    private Answer open(CaseTemplate template, Wish wish, Consumer<Answer> keep) {
        var importer = new Importer(access.user(), InNameOf.THEMSELVES);
        return answer(
                imports.run(filled(template, wish), Syntax.YAML, importer, opened -> keep.accept(answer(opened))));
    }

    private Answer answer(Imported opened) {
        String page = "/a/" + opened.assessments().getFirst().key();
        return Answer.created(page, null, texts.text("begin.template.opened"));
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
