package org.steelyard.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.assessment.AssessmentView.JudgmentView;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.assessment.Submission;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.Stale;
import org.steelyard.dossier.Identities;
import org.steelyard.http.Problem;

/** An assessment as it stands, before whoever records in it. */
record Desk(AssessmentState state, AssessmentView view, String user) {

    public String key() {
        return view.key();
    }

    public long revision() {
        return state.revision();
    }

    /** The address of a page of this assessment. */
    String page(String below) {
        return "/a/" + key() + below;
    }

    /** The item of this key, in force or not. */
    EvidenceView evidence(String wanted) {
        return Stream.concat(view.evidence().stream(), view.withdrawn().evidence().stream())
                .filter(item -> item.key().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such evidence in this assessment: see its matrix."));
    }

    /** A submission in the name of whoever records. */
    Submission by(AssessmentCommand command) {
        return Submission.of(command, user);
    }

    boolean isRetracted(String evidence) {
        return view.withdrawn().evidence().stream().anyMatch(item -> item.key().equals(evidence));
    }

    public Map<String, SourceView> sources() {
        var sources = new LinkedHashMap<String, SourceView>();
        view.sources().forEach(source -> sources.put(source.key(), source));
        return sources;
    }

    /** The judgment that whoever records has in force, or none. */
    Optional<JudgmentView> judgment() {
        return view.judgments().stream()
                .filter(judgment -> judgment.analyst().equals(user))
                .findFirst();
    }

    /** What overtook that judgment; empty where it is fresh, or there is none. */
    List<Stale> stale() {
        return judgment().isEmpty()
                ? List.of()
                : Balance.of(state.situationAt(state.latest())).analysts().stream()
                        .filter(line -> line.user().equals(user))
                        .flatMap(line -> line.stale().stream())
                        .toList();
    }

    /** Where an event stands in the log. */
    public String event(long revision) {
        return page("/log?at=" + revision + "#r" + revision);
    }

    /** Interpretations in force, in the order of every page. */
    public List<InterpretationView> interpretations() {
        return identities().inOrder(view.interpretations());
    }

    /** What every interpretation is coloured by. */
    public Identities identities() {
        return new Identities(state);
    }
}
