package org.steelyard.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Outcome;
import org.steelyard.assessment.Refused;
import org.steelyard.assessment.Sights;
import org.steelyard.assessment.StaleRevision;
import org.steelyard.dossier.Dossiers;
import org.steelyard.http.Answer;
import org.steelyard.http.OneTime;
import org.steelyard.site.Sentence;

/**
 * Records what a form says, and leads to a page that says so. Where that cannot be, the form is shown again with what was
 * typed and with what is wrong.
 */
@Component
final class Recording {
    private final Assessments assessments;
    private final Dossiers dossiers;
    private final OneTime oneTime;
    private final Refusals refusals;
    private final Words words;
    private final Moved moved;
    private final Sights sights;

    Recording(
            Assessments assessments,
            Dossiers dossiers,
            OneTime oneTime,
            Refusals refusals,
            Words words,
            Moved moved,
            Sights sights) {
        this.assessments = assessments;
        this.dossiers = dossiers;
        this.oneTime = oneTime;
        this.refusals = refusals;
        this.words = words;
        this.moved = moved;
        this.sights = sights;
    }

    /** {@code again} makes the form's page anew, from the assessment as it stands by then. */
    ModelAndView record(Form form, Entry entry, Supplier<ModelAndView> again) {
        List<Line> lines = entry.lines().apply(current(entry));
        if (form.hasFaults()) {
            refusals.check(form, lines, current(entry));
            return again(again, HttpStatus.BAD_REQUEST);
        }
        try {
            return oneTime.once(form.once(), form.content(), keep -> write(form.revision(), entry, keep));
        } catch (Refused refused) {
            refusals.blame(form, lines, current(entry), refused);
            boolean bad = refused.kind() == Refused.Kind.BAD_REQUEST;
            return again(again, bad ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT);
        } catch (MovedOn news) {
            form.movedOn(news);
            return again(again, HttpStatus.CONFLICT);
        }
    }

    private static ModelAndView again(Supplier<ModelAndView> again, HttpStatus status) {
        ModelAndView page = again.get();
        page.setStatus(status);
        return page;
    }

    private Answer write(long seen, Entry entry, Consumer<Answer> keep) {
        while (true) {
            AssessmentState before = current(entry);
            refuseWhereMovedOn(seen, before, entry);
            var submissions =
                    entry.lines().apply(before).stream().map(Line::submission).toList();
            var answers = new ArrayList<Answer>();
            try {
                assessments.record(entry.assessment(), submissions, before.revision(), outcome -> {
                    entry.alongside().accept(outcome);
                    answers.add(answer(entry, before, outcome));
                    keep.accept(answers.getLast());
                });
                return answers.getLast();
            } catch (StaleRevision quicker) {
                answers.clear(); // somebody was quicker: look again at what there is now
            }
        }
    }

    private void refuseWhereMovedOn(long seen, AssessmentState now, Entry entry) {
        List<Sentence> since = now.events().stream()
                .filter(event -> event.revision() > seen)
                .filter(entry.concerns())
                .map(words::whoDidWhat)
                .toList();
        if (!since.isEmpty()) {
            throw new MovedOn(since, now.revision());
        }
    }

    private Answer answer(Entry entry, AssessmentState before, Outcome outcome) {
        String done = words.done(outcome.appended());
        String sentence = done + moved.since(before.revision(), sights.ofUnrecorded(outcome.state()));
        return Answer.created(entry.leadsTo().apply(outcome), outcome.last().revision(), sentence);
    }

    private AssessmentState current(Entry entry) {
        return dossiers.current(entry.assessment()).orElseGet(AssessmentState::none);
    }
}
