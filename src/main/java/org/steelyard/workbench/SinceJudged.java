package org.steelyard.workbench;

import java.util.List;
import java.util.Set;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentView.JudgmentView;
import org.steelyard.assessment.Recorded;
import org.steelyard.site.Sentence;

/**
 * What was recorded since somebody judged, but for talk, for others' ratings, and for what made the judgment stale, which is
 * said apart.
 *
 * @param events newest first, no more than a page takes, each with a link to its place in the log
 * @param more how many further ones there are
 * @param rated how many cells they rated anew themselves
 */
record SinceJudged(List<Sentence> events, int more, long rated) {
    private static final int LISTED = 20;

    static SinceJudged of(Desk desk, JudgmentView last, Set<Long> overtaking, Words words) {
        List<Recorded> since = desk.state().events().stream()
                .filter(event -> event.revision() > last.revision() && !overtaking.contains(event.revision()))
                .filter(Concerns.whatOneJudges(desk.user()))
                .toList();
        List<Recorded> things = since.stream()
                .filter(event -> !(event.event() instanceof AssessmentEvent.OfCell))
                .toList();
        List<Sentence> newest = things.reversed().stream()
                .limit(LISTED)
                .map(event -> words.whoDidWhat(event, desk.event(event.revision())))
                .toList();
        return new SinceJudged(newest, things.size() - newest.size(), since.size() - things.size());
    }

    public boolean isEmpty() {
        return events.isEmpty() && rated == 0;
    }
}
