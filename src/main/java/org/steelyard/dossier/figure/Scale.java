package org.steelyard.dossier.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Values on a line: {@code from} stands at {@code left}, {@code to} at {@code right}.
 *
 * @param step between two ticks; 0 where zero alone has one
 */
public record Scale(double from, double to, double step, double left, double right) {
    private static final double ROUNDING = 1e-9;

    /** A scale with round ends that takes in zero and all values from least to greatest, with at most so many steps. */
    public static Scale covering(double least, double greatest, int steps, double left, double right) {
        double low = Math.min(0, least);
        double high = Math.max(0, greatest);
        if (high - low < ROUNDING) {
            return new Scale(0, 1, 0, left, right);
        }
        double step = roundStep((high - low) / steps);
        while (Math.ceil(high / step - ROUNDING) - Math.floor(low / step + ROUNDING) > steps) {
            step = roundStep(step * 1.01);
        }
        double from = Math.floor(low / step + ROUNDING) * step;
        double to = Math.ceil(high / step - ROUNDING) * step;
        return new Scale(from, to, step, left, right);
    }

    /** The least of 1, 2, 5, 10, 20, ... that is no smaller. */
    private static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double digit = least / power;
        double round = digit <= 1 + ROUNDING ? 1 : digit <= 2 + ROUNDING ? 2 : digit <= 5 + ROUNDING ? 5 : 10;
        return round * power;
    }

    /** Where a value stands. */
    public double at(double value) {
        return left + (value - from) / (to - from) * (right - left);
    }

    /** The values at which ticks stand, both ends included; zero alone on a scale of nothing. */
    public List<Double> ticks() {
        if (step == 0) {
            return List.of(0.0);
        }
        var ticks = new ArrayList<Double>();
        long count = Math.round((to - from) / step);
        for (long i = 0; i <= count; i++) {
            double value = from + i * step;
            ticks.add(Math.abs(value) < step * ROUNDING ? 0.0 : value);
        }
        return ticks;
    }

    /** A tick as it is written: true minus, and where {@code signed} a plus. */
    public String label(double value, boolean signed) {
        var number = BigDecimal.valueOf(Math.abs(value))
                .setScale(9, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        if (number.signum() == 0) {
            return "0";
        }
        return (value < 0 ? "−" : signed ? "+" : "") + number.toPlainString();
    }

    /** A coordinate as SVG takes it, to a hundredth. */
    public static String plain(double coordinate) {
        return BigDecimal.valueOf(coordinate)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
