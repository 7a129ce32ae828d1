package org.steelyard.exchange;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.steelyard.access.Access;
import org.steelyard.exchange.casefile.Importer;
import org.steelyard.exchange.casefile.Importer.InNameOf;
import org.steelyard.site.Texts;

/** The demo cases for an installation that is empty: an ordinary import, in which all is recorded now. */
@Controller
class DemoPages {
    private final Access access;
    private final Imports imports;
    private final Texts texts;

    DemoPages(Access access, Imports imports, Texts texts) {
        this.access = access;
        this.imports = imports;
        this.texts = texts;
    }

    @PostMapping("/admin/demo-cases")
    String load(RedirectAttributes next) {
        access.requireAdministrator();
        var imported =
                imports.runWhileEmpty(DemoCases.withoutRecordedTimes(), new Importer(access.user(), InNameOf.ANYBODY));
        next.addFlashAttribute("done", texts.text("begin.demo.done", Integer.toString(imported)));
        return "redirect:/";
    }
}
