package org.steelyard.workbench;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Members;
import org.steelyard.access.Right;
import org.steelyard.access.Role;
import org.steelyard.site.Texts;

/** What frames an assessment: its texts, marking, policy, blind mode, archive; and who its members are. */
@Controller
class SettingsPages {
    private final Desks desks;
    private final Recording recording;
    private final Framing framing;
    private final Membership membership;
    private final Members members;
    private final Texts texts;

    SettingsPages(
            Desks desks, Recording recording, Framing framing, Membership membership, Members members, Texts texts) {
        this.desks = desks;
        this.recording = recording;
        this.framing = framing;
        this.membership = membership;
        this.members = members;
        this.texts = texts;
    }

    @GetMapping("/a/{key}/settings")
    ModelAndView shown(@PathVariable String key) {
        Desk desk = desks.open(Right.GOVERN, key);
        return page(desk, Framing.form(desk), membership.blank(desk));
    }

    @PostMapping("/a/{key}/settings")
    ModelAndView record(@PathVariable String key, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.GOVERN, key);
        Form form = Form.sent(Framing.TEXTS, sent);
        var shown = Framing.values(desks.asShown(desk, form));
        if (form.take(Framing.values(desk))) {
            return new ModelAndView("redirect:" + desk.page("/settings"));
        }
        var entry = Entry.changing(desk, Concerns.frame(), () -> framing.line(desk, form, shown))
                .leadingTo(desk.page("/settings"));
        return recording.record(form, entry, () -> {
            Desk now = desks.open(Right.GOVERN, key);
            form.rebase(shown, Framing.values(now));
            return page(now, form, membership.blank(now));
        });
    }

    @PostMapping("/a/{key}/settings/members")
    ModelAndView member(@PathVariable String key, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.GOVERN, key);
        Form form = Form.sent(Membership.TEXTS, sent).about("member");
        return membership.record(desk, form, () -> page(desk, Framing.form(desk), form));
    }

    private ModelAndView page(Desk desk, Form form, Form member) {
        return new ModelAndView("workbench/settings")
                .addObject("desk", desk)
                .addObject("form", form)
                .addObject("member", member)
                .addObject("members", members.of(desk.key()))
                .addObject("roles", Option.of(texts, "work.role", Role.values()));
    }
}
