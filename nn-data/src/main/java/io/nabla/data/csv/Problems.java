package io.nabla.data.csv;

/** What is wrong with a cell, and the way out. */
final class Problems {
    private Problems() {}

    static String missing() {
        return "the cell is missing; fill the file's gaps, leave the row out, or have missing cells filled when learning";
    }

    static String missingTarget() {
        return "the target is missing, and nothing can be learned from a row without it; leave the row out";
    }

    static String notANumber(String cell) {
        return Quoted.of(cell) + " is no number; if it stands for a missing cell, name it as such a word";
    }

    static String tooFar(String cell, double mean, double deviation) {
        return Quoted.of(cell) + " is too far from the mean of the training rows, " + mean + ", at a deviation of "
                + deviation + "; correct the number or leave the row out";
    }

    static String notFinite(String cell) {
        return Quoted.of(cell)
                + " is no finite number up to 3.4e38; correct it, or name it as a word for a missing cell";
    }
}
