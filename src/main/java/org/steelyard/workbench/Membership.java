package org.steelyard.workbench;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Members;
import org.steelyard.access.Members.Happened;
import org.steelyard.access.Members.Occasion;
import org.steelyard.access.Role;
import org.steelyard.http.Answer;
import org.steelyard.http.Body;
import org.steelyard.http.OneTime;
import org.steelyard.http.Problem;
import org.steelyard.site.Sentence;
import org.steelyard.site.Texts;

/**
 * Members: made, given another role, taken away. Access decides whether that can be; who decides hears first of what another
 * owner did to the same member since the page was made.
 */
@Component
final class Membership {
    static final String TEXTS = "work.member";

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

    /** The form that nobody has typed into; its revision is that of the members, which have a log of their own. */
    Form blank(Desk desk) {
        return Form.blank(TEXTS, members.revision(desk.key())).about("member");
    }

    /**
     * What is to become of a member.
     *
     * @param role null for who is taken away
     * @param seen the revision of the members that was shown
     */
    private record Wish(
            String user, @Nullable Role role, @Nullable String reason, long seen) {}

    ModelAndView record(Desk desk, Form form, Supplier<ModelAndView> again) {
        if (form.take(Map.of("role", roleAt(desk, form.value("user"), Long.MAX_VALUE)))) {
            return new ModelAndView("redirect:" + desk.page("/settings"));
        }
        Wish wish = wish(desk, form);
        HttpStatus status = HttpStatus.BAD_REQUEST;
        if (!form.hasFaults()) {
            try {
                return oneTime.once(form.once(), form.content(), keep -> change(desk, wish, keep));
            } catch (MovedOn news) {
                form.movedOn(news);
                form.rebase(
                        Map.of("role", roleAt(desk, wish.user(), wish.seen())),
                        Map.of("role", roleAt(desk, wish.user(), news.revision())));
                status = HttpStatus.CONFLICT;
            } catch (Problem refused) {
                form.blame("user", refused.getMessage());
                status = refused.status();
            }
        }
        ModelAndView page = again.get();
        page.setStatus(status);
        return page;
    }

    private Wish wish(Desk desk, Form form) {
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
        return new Wish(user, role, typed.checked("reason"), form.revision());
    }

    /** As the field has it: empty for who is no member. */
    private String roleAt(Desk desk, String user, long revision) {
        return members.history(desk.key(), user).reversed().stream()
                .filter(event -> event.revision() <= revision)
                .findFirst()
                .map(Happened::role)
                .map(Role::name)
                .orElse("");
    }

    /** A page that whoever changed their own role can still see. */
    private static String leadsTo(Desk desk, Wish wish) {
        boolean own = wish.user().equals(desk.user());
        return own && wish.role() == null ? "/" : desk.page(own && wish.role() != Role.OWNER ? "" : "/settings");
    }

    private Answer change(Desk desk, Wish wish, Consumer<Answer> keep) {
        String done = wish.role() == null
                ? texts.text("work.member.removed", wish.user())
                : texts.text("work.member.set", wish.user(), texts.word("work.role", wish.role()));
        Answer answer = Answer.created(leadsTo(desk, wish), null, done);
        while (true) {
            long newest = members.revision(desk.key());
            refuseWhereMovedOn(desk, wish, newest);
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var occasion = new Occasion(desk.user(), now, wish.reason(), newest);
            try {
                if (wish.role() == null) {
                    members.remove(desk.key(), wish.user(), occasion, () -> keep.accept(answer));
                } else {
                    members.change(desk.key(), wish.user(), wish.role(), occasion, () -> keep.accept(answer));
                }
                return answer;
            } catch (Problem refused) {
                // Where somebody was quicker: look again at what there is now.
                if (refused.status() != HttpStatus.PRECONDITION_FAILED) {
                    throw refused;
                }
            }
        }
    }

    private void refuseWhereMovedOn(Desk desk, Wish wish, long newest) {
        List<Sentence> since = members.history(desk.key(), wish.user()).stream()
                .filter(event -> event.revision() > wish.seen() && event.revision() <= newest)
                .map(this::whoDidWhat)
                .toList();
        if (!since.isEmpty()) {
            throw new MovedOn(since, newest);
        }
    }

    private Sentence whoDidWhat(Happened event) {
        return event.role() == null
                ? texts.sentence("work.member.did.remove", event.actor(), event.user())
                : texts.sentence(
                        "work.member.did.set", event.actor(), event.user(), texts.word("work.role", event.role()));
    }
}
