package org.steelyard.dossier.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.dossier.BackwardRange;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.Dossiers;
import org.steelyard.dossier.NoSuchPoint;
import org.steelyard.dossier.Stretch;
import org.steelyard.dossier.web.Shown.May;
import org.steelyard.http.PointInTime;
import org.steelyard.http.PointInTime.AtRevision;
import org.steelyard.http.Problem;
import org.steelyard.http.RangeInTime;
import org.steelyard.http.RangeInTime.Axis;
import org.steelyard.site.Texts;

/** Opens an assessment for a page, for who may read it. */
@Component
class Opening {
    private final Dossiers dossiers;
    private final Access access;
    private final Texts texts;

    Opening(Dossiers dossiers, Access access, Texts texts) {
        this.dossiers = dossiers;
        this.access = access;
        this.texts = texts;
    }

    /**
     * The assessment at the point that the address asks for.
     *
     * @throws Problem 404 where there is none, the reader may not know of it, or its log has no such point
     */
    Shown open(String key, PointInTime point) {
        access.require(Right.READ, key);
        Dossier dossier = found(() -> dossiers.open(key, point));
        return Shown.of(dossier, address(key, point), may(key));
    }

    /**
     * The same for a page or a file that is about readings.
     *
     * @throws ReadingsHidden where blind mode keeps them from the reader
     */
    Shown openReadings(String key, PointInTime point) {
        Shown shown = open(key, point);
        if (shown.dossier().readingsHidden()) {
            throw new ReadingsHidden(shown);
        }
        return shown;
    }

    /** All that ever happened on one clock, the other one held as the page holds it. */
    Stretch whole(Shown shown, Axis axis) {
        var dossier = shown.dossier();
        boolean recorded = axis == Axis.RECORDED;
        var asOf = recorded || shown.address().asOf() == null
                ? null
                : new AtRevision(dossier.point().revision());
        var effectiveAt = recorded && shown.address().effectiveAt() != null
                ? dossier.point().effectiveAt()
                : null;
        return found(() -> dossiers.between(shown.key(), new RangeInTime(axis, null, null, asOf, effectiveAt)));
    }

    /**
     * All that ever happened on one clock, with the point's other clock held.
     *
     * @throws Problem 404 as {@link #open}
     * @throws ReadingsHidden where blind mode keeps readings from the reader
     */
    Stretch whole(String key, Axis axis, PointInTime point) {
        openReadings(key, point);
        var range = axis == Axis.EFFECTIVE
                ? new RangeInTime(axis, null, null, point.asOf(), null)
                : new RangeInTime(axis, null, null, null, point.effectiveAt());
        return found(() -> dossiers.between(key, range));
    }

    /** Demands that who is signed in may read it. */
    void requireToRead(String key) {
        access.require(Right.READ, key);
    }

    /** What was read; 404 where there is none, or its log has no such point, 400 where a range ends before it begins. */
    <T> T found(Supplier<Optional<T>> read) {
        try {
            return read.get().orElseThrow(() -> Problem.notFound(texts.text("assessment.unknown")));
        } catch (NoSuchPoint none) {
            throw Problem.notFound(String.valueOf(none.getMessage()));
        } catch (BackwardRange backward) {
            throw Problem.badRequest(String.valueOf(backward.getMessage()));
        }
    }

    static Address address(String key, PointInTime point) {
        return new Address(key, point.asOfText(), point.effectiveAtText());
    }

    /** What who is signed in may do with it now. */
    May may(String key) {
        return new May(
                access.may(Right.RECORD, key),
                access.may(Right.COMMENT, key),
                access.may(Right.REVIEW, key),
                access.may(Right.GOVERN, key));
    }
}
