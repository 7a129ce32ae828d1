package org.steelyard.site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.steelyard.http.Problem;

/** What the words on the pages mean. */
@Controller
class HelpPages {
    private final Glossary glossary;
    private final Texts texts;

    HelpPages(Glossary glossary, Texts texts) {
        this.glossary = glossary;
        this.texts = texts;
    }

    @GetMapping("/help")
    String all(Model model) {
        model.addAttribute("terms", glossary.terms());
        return "site/help";
    }

    @GetMapping("/help/{term}")
    String one(@PathVariable String term, Model model) {
        var found = glossary.find(term).orElseThrow(() -> Problem.notFound(texts.text("help.unknown")));
        model.addAttribute("term", found);
        model.addAttribute("near", glossary.near(found));
        return "site/help-term";
    }
}
