package io.nabla.data.csv;

/** Standardized numbers: how many standard deviations they are above the mean. */
final class Standard {
    private Standard() {}

    static void check(String column, double mean, double deviation) {
        if (!Double.isFinite(mean) || !(deviation > 0) || !Double.isFinite(deviation)) {
            throw new IllegalArgumentException("column " + Quoted.of(column)
                    + " needs a finite mean and a deviation above 0, but got " + mean + " and " + deviation);
        }
    }

    static boolean isNear(double number, double mean, double deviation) {
        return Math.abs((number - mean) / deviation) <= Float.MAX_VALUE;
    }

    static double ofNumber(String column, double number, double mean, double deviation) {
        if (!isNear(number, mean, deviation)) {
            throw new IllegalArgumentException("column " + Quoted.of(column) + ": " + number
                    + " is too far from the mean of the training rows, " + mean + ", at a deviation of " + deviation
                    + "; correct the number or leave the row out");
        }
        return (number - mean) / deviation;
    }
}
