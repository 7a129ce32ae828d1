package org.steelyard.dossier.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentIndex;
import org.steelyard.assessment.AssessmentIndex.Entry;
import org.steelyard.assessment.AssessmentIndex.Filter;
import org.steelyard.assessment.AssessmentView;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.Balance;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.Dossiers;
import org.steelyard.dossier.Identities;
import org.steelyard.dossier.story.Before;
import org.steelyard.dossier.story.EventSentences;
import org.steelyard.site.Sentence;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** The assessments of the list, each with the answer that its balance gives. */
@Component
class Summaries {
    private static final int PAGE = 50;
    private static final int ROWS_AT_ONCE = 200;

    private final AssessmentIndex index;
    private final Dossiers dossiers;
    private final Access access;
    private final Texts texts;
    private final Wording say;

    Summaries(AssessmentIndex index, Dossiers dossiers, Access access, Texts texts, Wording say) {
        this.index = index;
        this.dossiers = dossiers;
        this.access = access;
        this.texts = texts;
        this.say = say;
    }

    /** One assessment in the list. {@code last} is the newest event that counts, {@code what} its sentence. */
    record Summary(
            AssessmentView view,
            Balance balance,
            boolean readingsHidden,
            String href,
            Sentence answer,
            Recorded last,
            Sentence what) {}

    /** A page of the list, and the key after which it goes on; null at the end. */
    record Found(List<Summary> summaries, @Nullable String next) {}

    /** What matches among what may be read, sorted by key; as it stood then, where an instant is given. */
    Found find(Filter filter, @Nullable String after, @Nullable Instant then) {
        var readable = access.readable();
        var found = new ArrayList<Summary>();
        List<Entry> rows;
        String last = after;
        do {
            rows = index.find(then == null ? filter : Filter.ANY, last, ROWS_AT_ONCE);
            for (Entry row : rows) {
                if (found.size() == PAGE) {
                    return new Found(found, found.getLast().view().key());
                }
                if (readable.test(row.key(), row.marking() == Marking.CLEAR)) {
                    open(row.key(), filter, then).ifPresent(dossier -> found.add(summary(dossier, then)));
                }
                last = row.key();
            }
        } while (rows.size() == ROWS_AT_ONCE);
        return new Found(found, null);
    }

    private Optional<Dossier> open(String key, Filter filter, @Nullable Instant then) {
        if (then == null) {
            return dossiers.open(key);
        }
        return dossiers.openIfBegun(key, then).filter(dossier -> matches(dossier, filter, then));
    }

    private boolean matches(Dossier dossier, Filter filter, Instant then) {
        var analysts = dossier.state().analystsAt(dossier.point());
        return dossier.entry()
                .filter(entry -> index.matches(filter, entry, analysts, then))
                .isPresent();
    }

    private Summary summary(Dossier dossier, @Nullable Instant then) {
        var address = new Address(dossier.key(), then == null ? null : then.toString(), null);
        var identities = new Identities(dossier.state());
        Balance balance = dossier.balance();
        Recorded last = Objects.requireNonNull(dossier.lastShown());
        var before = new Before();
        dossier.state().events().stream()
                .filter(event -> event.revision() < last.revision())
                .forEach(before::take);
        return new Summary(
                dossier.view(),
                balance,
                dossier.readingsHidden(),
                address.whole(),
                dossier.readingsHidden()
                        ? Headline.blind(texts, address, access.may(Right.RECORD, dossier.key()))
                        : new Headline(texts, say, balance, identities).answer(),
                last,
                new EventSentences(texts, say, identities, address).of(last, before));
    }
}
