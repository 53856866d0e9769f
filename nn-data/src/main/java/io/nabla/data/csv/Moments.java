package io.nabla.data.csv;

/**
 * Mean and standard deviation of numbers that come one after the other (Welford: "Note on a method for calculating corrected sums of squares
 * and products", 1962).
 */
final class Moments {
    private long n;
    private double mean;
    /** The sum of squared differences from the mean. */
    private double squares;

    void add(double number) {
        n++;
        double delta = number - mean;
        mean += delta / n;
        squares += delta * (number - mean);
    }

    long count() {
        return n;
    }

    double mean() {
        return mean;
    }

    /** √(Σ(x - mean)² / n), or 1 where all numbers are alike, so that nothing is divided by 0. */
    double deviation() {
        double deviation = Math.sqrt(squares / n);
        return deviation > 0 ? deviation : 1;
    }
}
