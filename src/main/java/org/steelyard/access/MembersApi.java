package org.steelyard.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Members.Changed;
import org.steelyard.access.Members.Member;
import org.steelyard.access.Members.Occasion;
import org.steelyard.access.account.Users;
import org.steelyard.http.Answer;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Body;
import org.steelyard.http.IdempotentWrites;
import org.steelyard.http.Page;
import org.steelyard.http.Problem;
import org.steelyard.http.Revisions;
import org.steelyard.http.Sent;
import org.steelyard.http.WriteRequest;
import org.steelyard.http.Written;
import tools.jackson.databind.json.JsonMapper;

/** Members over HTTP. Their ETag counts the changes of members, which are no part of the assessment's own revisions. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/assessments/{a}/members")
class MembersApi {
    private final Access access;
    private final Members members;
    private final Users users;
    private final IdempotentWrites writes;
    private final Clock clock;
    private final JsonMapper json;

    MembersApi(Access access, Members members, Users users, IdempotentWrites writes, Clock clock, JsonMapper json) {
        this.access = access;
        this.members = members;
        this.users = users;
        this.writes = writes;
        this.clock = clock;
        this.json = json;
    }

    @Body
    record MemberBody(
            Role role, @Body.AtMost(Body.TEXT) @Nullable String reason) {}

    @Body
    record RemovalBody(@Body.AtMost(Body.TEXT) @Nullable String reason) {}

    /** The answer to a write: the member, {@code role} null where they are none any more. */
    record MemberAnswer(String user, @Nullable Role role, long revision, Instant recordedAt) {}

    @GetMapping
    @Operation(summary = "Who is a member of the assessment, as what, since when")
    Page<Member> list(@PathVariable("a") String assessment, HttpServletResponse response) {
        access.require(Right.READ, assessment);
        Revisions.say(response, members.revision(assessment));
        return Page.whole(Member.class, members.of(assessment));
    }

    @GetMapping("/{user}")
    @Operation(summary = "One member")
    Member one(@PathVariable("a") String assessment, @PathVariable String user, HttpServletResponse response) {
        access.require(Right.READ, assessment);
        Revisions.say(response, members.revision(assessment));
        return members.find(assessment, user).orElseThrow(() -> Members.none(user));
    }

    @PutMapping("/{user}")
    @Operation(summary = "Make a user a member, or give a member another role: owners only")
    Written<MemberAnswer> put(
            @PathVariable("a") String assessment,
            @PathVariable String user,
            @RequestBody(required = true) Sent<MemberBody> sent) {
        access.require(Right.GOVERN, assessment);
        if (users.find(user).isEmpty()) {
            throw Users.unknown(user);
        }
        var request = sent.request();
        return new Written<>(writes.once(request, keep -> {
            refuseStale(assessment, request.ifMatch());
            var body = sent.fields();
            var occasion = occasion(request, body.reason());
            return answer(
                    members.put(
                            assessment,
                            user,
                            body.role(),
                            occasion,
                            changed -> keep.accept(answer(changed, request.path()))),
                    request.path());
        }));
    }

    @DeleteMapping("/{user}")
    @Operation(summary = "Take a member away: owners only; the last owner stays")
    Written<MemberAnswer> remove(
            @PathVariable("a") String assessment, @PathVariable String user, @RequestBody Sent<RemovalBody> sent) {
        access.require(Right.GOVERN, assessment);
        var request = sent.request();
        return new Written<>(writes.once(request, keep -> {
            refuseStale(assessment, request.ifMatch());
            var occasion = occasion(request, sent.fields().reason());
            return removed(members.remove(assessment, user, occasion, changed -> keep.accept(removed(changed))));
        }));
    }

    /** Before the body is looked at; asked again in the transaction. */
    private void refuseStale(String assessment, @Nullable Long ifMatch) {
        long current = members.revision(assessment);
        if (ifMatch != null && ifMatch != current) {
            throw Problem.stale(current);
        }
    }

    private Occasion occasion(WriteRequest request, @Nullable String reason) {
        return new Occasion(request.user(), clock.instant().truncatedTo(ChronoUnit.MICROS), reason, request.ifMatch());
    }

    private Answer answer(Changed changed, String path) {
        var text = text(changed, changed.role());
        return changed.before() == null
                ? Answer.created(path, changed.revision(), text)
                : Answer.ok(changed.revision(), text);
    }

    private Answer removed(Changed changed) {
        return Answer.ok(changed.revision(), text(changed, null));
    }

    private String text(Changed changed, @Nullable Role role) {
        return json.writeValueAsString(
                new MemberAnswer(changed.user(), role, changed.revision(), changed.recordedAt()));
    }
}
