package org.steelyard.dossier.figure;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Instants on a line, UTC: {@code from} stands at {@code left}, {@code to} at {@code right}; what lies beyond stands at an end. */
public record TimeScale(Instant from, Instant to, double left, double right) {
    private static final List<Step> STEPS = List.of(
            new Step(ChronoUnit.MINUTES, 1),
            new Step(ChronoUnit.MINUTES, 5),
            new Step(ChronoUnit.MINUTES, 15),
            new Step(ChronoUnit.HOURS, 1),
            new Step(ChronoUnit.HOURS, 6),
            new Step(ChronoUnit.DAYS, 1),
            new Step(ChronoUnit.DAYS, 2),
            new Step(ChronoUnit.DAYS, 7),
            new Step(ChronoUnit.MONTHS, 1),
            new Step(ChronoUnit.MONTHS, 3),
            new Step(ChronoUnit.MONTHS, 6),
            new Step(ChronoUnit.YEARS, 1),
            new Step(ChronoUnit.YEARS, 2),
            new Step(ChronoUnit.YEARS, 5),
            new Step(ChronoUnit.YEARS, 10),
            new Step(ChronoUnit.YEARS, 50),
            new Step(ChronoUnit.YEARS, 250),
            new Step(ChronoUnit.YEARS, 2_000));

    /** A place on the line and what stands there. */
    public record Tick(double at, String label) {}

    /** A scale over these instants; over a little time around them where they are one. */
    public static TimeScale over(Instant from, Instant to, double left, double right) {
        return from.isBefore(to)
                ? new TimeScale(from, to, left, right)
                : new TimeScale(from.minus(1, ChronoUnit.HOURS), to.plus(1, ChronoUnit.HOURS), left, right);
    }

    /** Where an instant stands. */
    public double at(Instant instant) {
        if (!instant.isAfter(from)) {
            return left;
        }
        if (!instant.isBefore(to)) {
            return right;
        }
        return left + seconds(Duration.between(from, instant)) / seconds(Duration.between(from, to)) * (right - left);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    /** Round times within the scale, at most about so many; the first, and the first of a year, say the year. */
    public List<Tick> ticks(int most) {
        Step step = step(most);
        var ticks = new ArrayList<Tick>();
        OffsetDateTime at = step.notBefore(from.atOffset(ZoneOffset.UTC));
        int year = Integer.MIN_VALUE;
        while (!at.toInstant().isAfter(to)) {
            ticks.add(new Tick(at(at.toInstant()), step.label(at, at.getYear() != year)));
            year = at.getYear();
            at = at.plus(step.count, step.unit);
        }
        return ticks;
    }

    private Step step(int most) {
        double all = seconds(Duration.between(from, to));
        return STEPS.stream()
                .filter(step -> all / step.seconds() <= most)
                .findFirst()
                .orElseGet(STEPS::getLast);
    }

    private record Step(ChronoUnit unit, int count) {
        double seconds() {
            return TimeScale.seconds(unit.getDuration()) * count;
        }

        OffsetDateTime notBefore(OffsetDateTime time) {
            OffsetDateTime at = floor(time);
            return at.isBefore(time) ? at.plus(count, unit) : at;
        }

        private OffsetDateTime floor(OffsetDateTime time) {
            return switch (unit) {
                case YEARS -> monthly(time, Math.floorDiv(time.getYear(), count) * count, 1);
                case MONTHS -> monthly(time, time.getYear(), (time.getMonthValue() - 1) / count * count + 1);
                default -> {
                    long size = unit.getDuration().toSeconds() * count;
                    long second = Math.floorDiv(time.toEpochSecond(), size) * size;
                    yield Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC);
                }
            };
        }

        private static OffsetDateTime monthly(OffsetDateTime time, int year, int month) {
            return time.truncatedTo(ChronoUnit.DAYS)
                    .withDayOfMonth(1)
                    .withMonth(month)
                    .withYear(year);
        }

        String label(OffsetDateTime at, boolean withYear) {
            String pattern = switch (unit) {
                case YEARS -> "u";
                case MONTHS -> withYear ? "MMM u" : "MMM";
                case DAYS -> withYear ? "d MMM u" : "d MMM";
                default -> withYear ? "d MMM u, HH:mm" : "HH:mm";
            };
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at);
        }
    }
}
