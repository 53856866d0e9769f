package io.nabla.data.synthetic;

/**
 * Draws antialiased lines of varying width by distance: a pixel's ink falls off across the line's edge.
 *
 * @param radius half the width of its line, in pixels
 * @param softness over how many pixels the edge fades from full ink to none, above 0
 */
record Pen(double radius, double softness) {
    /**
     * Draws one line.
     *
     * @param line points in pixels; pixel (row, column) has its centre at x = column + 0.5, y = row + 0.5
     * @param pressureFrom the factor on the radius at the line's start
     * @param pressureTo the factor at its end
     */
    void draw(Polyline line, double pressureFrom, double pressureTo, Canvas canvas) {
        int last = line.size() - 1;
        double thickening = radius * (pressureTo - pressureFrom) / last;
        for (int i = 0; i < last; i++) {
            double r = radius * pressureFrom + i * thickening;
            segment(line.x(i), line.y(i), r, line.x(i + 1), line.y(i + 1), r + thickening, canvas);
        }
    }

    private void segment(double x0, double y0, double r0, double x1, double y1, double r1, Canvas canvas) {
        double reach = Math.max(r0, r1) + softness;
        int left = Math.max(0, (int) Math.floor(Math.min(x0, x1) - reach));
        int right = Math.min(Canvas.SIDE - 1, (int) Math.floor(Math.max(x0, x1) + reach));
        int top = Math.max(0, (int) Math.floor(Math.min(y0, y1) - reach));
        int bottom = Math.min(Canvas.SIDE - 1, (int) Math.floor(Math.max(y0, y1) + reach));
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squaredLength = dx * dx + dy * dy;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double px = column + 0.5 - x0;
                double py = row + 0.5 - y0;
                // t: where on the segment its nearest point to the pixel lies, 0 to 1
                double t = squaredLength == 0 ? 0 : Math.min(Math.max((px * dx + py * dy) / squaredLength, 0), 1);
                double ex = px - t * dx;
                double ey = py - t * dy;
                double distance = Math.sqrt(ex * ex + ey * ey);
                canvas.blacken(row, column, 0.5 + (r0 + t * (r1 - r0) - distance) / softness);
            }
        }
    }
}
