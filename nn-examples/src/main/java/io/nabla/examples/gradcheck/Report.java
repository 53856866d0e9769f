package io.nabla.examples.gradcheck;

/** Tells the user of a check, part by part. */
interface Report {
    /** The check begins. */
    void started(Subject subject, Settings settings);

    /** One scheme of finite differences was compared. */
    void compared(Comparison comparison);

    /** The price of backprop was measured. */
    void priced(Price price);

    /** The check is over. */
    void finished(boolean passed, double tolerance);
}
