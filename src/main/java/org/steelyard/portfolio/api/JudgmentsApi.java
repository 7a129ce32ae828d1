package org.steelyard.portfolio.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.balance.Balance.Stale;
import org.steelyard.balance.Confidence;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Choices;
import org.steelyard.http.Page;
import org.steelyard.http.Paging;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Query;
import org.steelyard.portfolio.item.Judged;
import org.steelyard.portfolio.item.JudgmentIn;
import org.steelyard.portfolio.item.JudgmentRegister;

/** Judgments over all assessments that the reader may see today. */
@RestController
@RequestMapping(ApiPaths.ROOT)
class JudgmentsApi {
    private static final Pattern POSITION = Pattern.compile("[01]{2} [a-z0-9-]{1,64} [a-z0-9._-]{1,64}");

    private final JudgmentRegister register;

    JudgmentsApi(JudgmentRegister register) {
        this.register = register;
    }

    /** An analyst's judgment in one assessment; {@code stale} as in the balance: what overtook it. */
    record JudgmentLine(
            String assessment,
            String analyst,
            long revision,
            Instant recordedAt,
            Instant effectiveAt,
            Confidence confidence,
            boolean incomplete,
            List<Stale> stale) {

        private static JudgmentLine of(Judged judged) {
            var judgment = judged.judgment();
            return new JudgmentLine(
                    judged.assessment(),
                    judgment.analyst(),
                    judgment.revision(),
                    judgment.recordedAt(),
                    judgment.effectiveAt(),
                    judgment.confidence(),
                    judged.line().incomplete(),
                    judged.line().stale());
        }
    }

    @GetMapping("/judgments")
    @Operation(
            summary =
                    "Each analyst's judgment in each assessment that one may see, stale ones first, and what overtook it")
    ResponseEntity<Listing<JudgmentLine>> judgments(
            @Parameter(description = "Name of the user who judged") @RequestParam @Nullable String analyst,
            @Parameter(description = "true for those that are stale, false for the others") @RequestParam @Nullable
                    String stale,
            @Parameter(description = "As it stood at this instant; no revision") @RequestParam @Nullable String asOf,
            Paging paging) {
        if (paging.after() != null && !POSITION.matcher(paging.after()).matches()) {
            throw Paging.badCursor();
        }
        Boolean wanted = Choices.yesOrNo("stale", stale);
        Instant then = PointInTime.instant("asOf", asOf);
        var found = register.all(Query.text("analyst", analyst), then)
                .only(judgment -> wanted == null || wanted == judgment.isStale());
        var part = Listing.part(found, paging, JudgmentIn.class, JudgmentIn::position);
        var lines =
                register.open(part.items(), then).stream().map(JudgmentLine::of).toList();
        return Listing.answer(new Page<>(lines, part.next(), JudgmentLine.class), found.upTo());
    }
}
