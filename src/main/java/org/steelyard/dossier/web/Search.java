package org.steelyard.dossier.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.assessment.Marking;
import org.steelyard.http.Choices;

/** What the list is narrowed down to, as its address has it; what names nothing that there is counts as not asked. */
record Search(
        @Nullable String q,
        @Nullable String tag,
        @Nullable String status,
        @Nullable String marking,
        @Nullable String asOf) {

    @Nullable
    Status wantedStatus() {
        return Choices.known(status, Status.values(), Status::name);
    }

    @Nullable
    Marking wantedMarking() {
        return Choices.known(marking, Marking.values(), Marking::label);
    }

    /** Whether anything but the point in time is asked. */
    public boolean narrows() {
        return !address(null).equals(new Search(null, null, null, null, asOf).address(null));
    }

    /** The list's address, from the entry after this key on. */
    public String address(@Nullable String after) {
        var parameters = new LinkedHashMap<String, @Nullable String>();
        parameters.put("q", q);
        parameters.put("tag", tag);
        parameters.put("status", status);
        parameters.put("marking", marking);
        parameters.put("asOf", asOf);
        parameters.put("after", after);
        String query = parameters.entrySet().stream()
                .filter(p -> p.getValue() != null && !p.getValue().isBlank())
                .map(p -> p.getKey() + "=" + UriUtils.encode(String.valueOf(p.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/" : "/?" + query;
    }

    /** The list of those with this tag, at the same point in time. */
    public String tagged(String other) {
        return new Search(null, other, null, null, asOf).address(null);
    }

    /** The same search now. */
    public String now() {
        return new Search(q, tag, status, marking, null).address(null);
    }

    /** Everything, at the same point in time. */
    public String everything() {
        return new Search(null, null, null, null, asOf).address(null);
    }
}
