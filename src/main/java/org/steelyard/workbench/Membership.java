package org.steelyard.workbench;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Members;
import org.steelyard.access.Role;
import org.steelyard.http.Answer;
import org.steelyard.http.Body;
import org.steelyard.http.Problem;
import org.steelyard.site.Texts;

/** Members: made, given another role, taken away. Access decides whether that can be. */
@Component
final class Membership {
    private static final Pattern USER = Pattern.compile(Body.UserName.PATTERN);

    private final Members members;
    private final OneTime oneTime;
    private final Texts texts;
    private final Clock clock;

    Membership(Members members, OneTime oneTime, Texts texts, Clock clock) {
        this.members = members;
        this.oneTime = oneTime;
        this.texts = texts;
        this.clock = clock;
    }

    ModelAndView record(Desk desk, Form form, Supplier<ModelAndView> again) {
        Reading typed = new Reading(form);
        String user = typed.text("user");
        Role role = form.value("do").equals("remove") ? null : typed.choice("role", Role.class);
        if (!USER.matcher(user).matches()) {
            form.wrong("user", user.isEmpty() ? "work.wrong.user-missing" : "work.wrong.user");
        } else if (role == null
                && user.equals(desk.user())
                && form.value("confirm").isEmpty()) {
            form.wrong("confirm", "work.wrong.confirm");
        }
        String reason = typed.checked("reason");
        HttpStatus status = HttpStatus.BAD_REQUEST;
        if (!form.hasFaults()) {
            try {
                return oneTime.once(form, keep -> change(desk, reason, user, role, keep));
            } catch (Problem refused) {
                form.blame("user", refused.getMessage());
                status = refused.status();
            }
        }
        ModelAndView page = again.get();
        page.setStatus(status);
        return page;
    }

    /** A page that whoever changed their own role can still see. */
    private static String leadsTo(Desk desk, String user, @Nullable Role role) {
        boolean own = user.equals(desk.user());
        return own && role == null ? "/" : desk.page(own && role != Role.OWNER ? "" : "/settings");
    }

    private Answer change(Desk desk, @Nullable String reason, String user, @Nullable Role role, Consumer<Answer> keep) {
        String done = role == null
                ? texts.text("work.member.removed", user)
                : texts.text("work.member.set", user, texts.word("work.role", role));
        Answer answer = Answer.created(leadsTo(desk, user, role), null, done);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (role == null) {
            members.remove(desk.key(), user, desk.user(), now, reason, () -> keep.accept(answer));
        } else {
            members.change(desk.key(), user, role, desk.user(), now, reason, () -> keep.accept(answer));
        }
        return answer;
    }
}
