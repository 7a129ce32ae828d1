package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.balance.Readings;
import org.steelyard.dossier.Dossiers;
import org.steelyard.dossier.Stretch;
import org.steelyard.dossier.web.Comparison.Shift;
import org.steelyard.dossier.web.Shown.May;
import org.steelyard.http.Problem;

/** Opens an assessment at two points for a page, for who may read it. */
@Component
class Comparing {
    private final Dossiers dossiers;
    private final Access access;
    private final Opening opening;
    private final Story story;

    Comparing(Dossiers dossiers, Access access, Opening opening, Story story) {
        this.dossiers = dossiers;
        this.access = access;
        this.opening = opening;
        this.story = story;
    }

    /**
     * The comparison that an address asks for.
     *
     * @throws Problem 404 where there is no such assessment, the reader may not know of it, or its log has no such point; 400
     *     where the range ends before it begins
     */
    Comparison open(CompareAddress address) {
        access.require(Right.READ, address.key());
        Stretch stretch = opening.found(() -> dossiers.between(address.key(), address.range()));
        var start = address.start();
        var from = stretch.from() == null || start == null ? null : Shown.of(stretch.from(), start, May.NOTHING);
        var to = Shown.of(stretch.to(), address.end(), opening.may(address.key()));
        if (stretch.readingsHidden()) {
            throw new ReadingsHidden(to);
        }
        return follow(address, stretch, from, to);
    }

    private Comparison follow(CompareAddress address, Stretch stretch, @Nullable Shown from, Shown to) {
        var course = stretch.course();
        var before = course.before();
        var after = course.after();
        Measure measure = measure(address, before, after);
        var shifts = new ArrayList<Shift>();
        if (measure != null) {
            course.follow(step -> {
                var shift = new Shift(step.event(), measure.at(step.before()), measure.at(step.after()));
                if (!Objects.equals(shift.before(), shift.after())) {
                    shifts.add(shift);
                }
            });
        }
        return new Comparison(
                address,
                stretch,
                from,
                to,
                measure,
                measure == null ? null : measure.at(before),
                measure == null ? null : measure.at(after),
                shifts,
                story.tell(to, stretch.earlier(), course.events()));
    }

    private static @Nullable Measure measure(CompareAddress address, Readings before, Readings after) {
        var known = new HashSet<String>();
        List.of(before, after)
                .forEach(readings ->
                        readings.interpretations().stream().map(Reading::key).forEach(known::add));
        Measure asked = Measure.of(address.reading(), known::contains);
        Measure usual = asked == null ? Measure.usual(after) : asked;
        return usual == null ? Measure.usual(before) : usual;
    }
}
