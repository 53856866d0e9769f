package io.nabla.api;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A matrix of doubles or floats whose <em>columns are examples</em>.
 *
 * <p>The storage is column-major: element (row, column) stands at {@code column * rows() + row}, so one example is
 * contiguous and one example alone is a matrix of one column. A matrix carries the {@link Kernels} that compute with
 * it, and its results inherit them.
 *
 * <pre>{@code
 * Matrix z = w.affine(a, b);                    // w·a + b
 * Matrix delta = a.minus(y).hadamard(slope);    // (a - y) ⊙ σ'(z)
 * }</pre>
 *
 * <p>Operations named by a noun or an adjective ({@code plus}, {@code times}, {@code scaled}) give a new matrix;
 * operations named by a verb ({@code add...}, {@code set}, {@code fill}) change this one. Shapes must fit exactly:
 * there is no broadcasting but where the method's name says so. A result lives in the {@link Workspace} of an operand
 * if one has one, and on the heap otherwise. A matrix may be read by many threads and is written by one.
 */
public final class Matrix {
    private final Kernels kernels;
    private final int rows;
    private final int columns;
    private final double[] doubles;
    private final float[] floats;
    private final Workspace workspace;
    /** Of a gradient alone; null for all others. */
    private final Deferred deferred;

    private Matrix(
            Kernels kernels,
            int rows,
            int columns,
            double[] doubles,
            float[] floats,
            Workspace workspace,
            Deferred deferred) {
        this.kernels = Objects.requireNonNull(kernels, "kernels");
        this.rows = rows;
        this.columns = columns;
        this.doubles = doubles;
        this.floats = floats;
        this.workspace = workspace;
        this.deferred = deferred;
    }

    /**
     * A matrix of zeros.
     *
     * @param rows at least 1
     * @param columns at least 1
     */
    public static Matrix zeros(Kernels kernels, int rows, int columns) {
        return create(kernels, rows, columns, null);
    }

    /**
     * A matrix of zeros that sums up a gradient: it may put off writing zeros and computing a product until somebody reads them.
     *
     * <p>What it is handed by {@link #addTimesTranspose} must stay unchanged until the workspace of those matrices is reset;
     * matrices on the heap are used at once. Until its numbers are read by {@link #settled}, it is for one thread at a time.
     */
    static Matrix gradient(Kernels kernels, int rows, int columns) {
        Matrix memory = zeros(kernels, rows, columns);
        return new Matrix(kernels, rows, columns, memory.doubles, memory.floats, null, new Deferred(memory));
    }

    /**
     * A matrix of the given rows, written as one reads them.
     *
     * @param values {@code values[row][column]}, each row of the same length
     */
    public static Matrix of(Kernels kernels, double[]... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a matrix needs at least one row");
        }
        Matrix matrix = zeros(kernels, values.length, values[0].length);
        for (int row = 0; row < values.length; row++) {
            if (values[row].length != matrix.columns) {
                throw new IllegalArgumentException("row 0 has " + matrix.columns + " values but row " + row + " has "
                        + values[row].length + "; every row needs the same number");
            }
            for (int column = 0; column < matrix.columns; column++) {
                matrix.set(row, column, values[row][column]);
            }
        }
        return matrix;
    }

    /** A matrix of one column: one example, or the biases of a layer. */
    public static Matrix column(Kernels kernels, double... values) {
        Matrix matrix = zeros(kernels, values.length, 1);
        for (int row = 0; row < values.length; row++) {
            matrix.set(row, 0, values[row]);
        }
        return matrix;
    }

    static Matrix create(Kernels kernels, int rows, int columns, Workspace workspace) {
        int size = Fitting.size(rows, columns);
        return kernels.precision() == Precision.DOUBLE
                ? new Matrix(kernels, rows, columns, new double[size], null, workspace, null)
                : new Matrix(kernels, rows, columns, null, new float[size], workspace, null);
    }

    /** This matrix's memory under another shape, or new memory where it is too small or of the other precision. */
    Matrix reshaped(Kernels newKernels, int newRows, int newColumns, Workspace owner) {
        int size = Fitting.size(newRows, newColumns);
        int capacity = newKernels.precision() != precision() ? -1 : doubles != null ? doubles.length : floats.length;
        return size > capacity
                ? create(newKernels, newRows, newColumns, owner)
                : new Matrix(newKernels, newRows, newColumns, doubles, floats, owner, null);
    }

    /** The number of rows: what one example has. */
    public int rows() {
        return rows;
    }

    /** The number of columns: how many examples there are. */
    public int columns() {
        return columns;
    }

    /** The number of elements. */
    public int size() {
        return rows * columns;
    }

    /** The arithmetic of this matrix. */
    public Kernels kernels() {
        return kernels;
    }

    /** The precision of this matrix: its kernels'. */
    public Precision precision() {
        return kernels.precision();
    }

    /** The element at a place, widened to a double if it is a float. */
    public double get(int row, int column) {
        return get(index(row, column));
    }

    /** Writes an element, rounded to a float if the matrix holds floats. */
    public void set(int row, int column, double value) {
        set(index(row, column), value);
    }

    /** The element at a place in column-major order, from 0 to {@code size() - 1}. */
    public double get(int index) {
        settled();
        return doubles != null ? doubles[index] : floats[index];
    }

    /** Writes the element at a place in column-major order. */
    public void set(int index, double value) {
        settled();
        if (doubles != null) {
            doubles[index] = value;
        } else {
            floats[index] = (float) value;
        }
    }

    private int index(int row, int column) {
        Objects.checkIndex(row, rows);
        Objects.checkIndex(column, columns);
        return column * rows + row;
    }

    /**
     * The storage itself, column-major, for kernels and for readers of files; it may be longer than {@link #size()}.
     *
     * @throws IllegalStateException if the matrix holds floats
     */
    public double[] doubles() {
        if (doubles == null) {
            throw new IllegalStateException("this matrix holds floats, not doubles; ask precision() first");
        }
        settled();
        return doubles;
    }

    /**
     * The storage itself, column-major, for kernels and for readers of files; it may be longer than {@link #size()}.
     *
     * @throws IllegalStateException if the matrix holds doubles
     */
    public float[] floats() {
        if (floats == null) {
            throw new IllegalStateException("this matrix holds doubles, not floats; ask precision() first");
        }
        settled();
        return floats;
    }

    /** A·B of this matrix and b. */
    public Matrix times(Matrix b) {
        return product(Product.PLAIN, b);
    }

    /** Aᵀ·B of this matrix and b. */
    public Matrix transposeTimes(Matrix b) {
        return product(Product.LEFT_TRANSPOSED, b);
    }

    /** A·Bᵀ of this matrix and b. */
    public Matrix timesTranspose(Matrix b) {
        return product(Product.RIGHT_TRANSPOSED, b);
    }

    /**
     * W·A + B of this matrix W: every sum begins at the bias of its row.
     *
     * @param a the activation that comes in, one column per example
     * @param b the biases, one column, added to every example
     */
    public Matrix affine(Matrix a, Matrix b) {
        if (b.rows != rows || b.columns != 1) {
            throw Fitting.mismatch("w·a + b", "w is " + shape() + " but b is " + b.shape() + ", not " + rows + "×1");
        }
        Matrix z = result(rows, a.columns, a);
        Fitting.checkProduct(Product.PLAIN, this, a, z);
        Fitting.samePrecision(z, b);
        b.settled();
        kernels.affine(this, a, b, z, 0, z.columns);
        return z;
    }

    /**
     * Adds A·Bᵀ to this matrix: a gradient summed over the examples (BP4: δ·aᵀ).
     *
     * <p>A gradient ({@link Parameters#zeros}) may put the product off until somebody reads it, if both factors belong to one
     * workspace: they must then stay unchanged until that workspace is reset.
     */
    public void addTimesTranspose(Matrix a, Matrix b) {
        Fitting.checkProduct(Product.RIGHT_TRANSPOSED, a, b, this);
        if (deferred == null || !deferred.takes(this, a, b)) {
            boolean add = deferred == null || !deferred.isZero();
            if (add) {
                settled();
            } else {
                deferred.forget();
            }
            a.settled();
            b.settled();
            kernels.multiply(Product.RIGHT_TRANSPOSED, a, b, this, add, 0, columns);
        }
    }

    /** Adds the sum of each row of x to this matrix of one column: a gradient summed over the examples (BP3: δ). */
    public void addRowSums(Matrix x) {
        if (columns != 1 || x.rows != rows) {
            throw Fitting.mismatch(
                    "the row sums", "of a matrix of " + x.shape() + " go into " + x.rows + "×1, not " + shape());
        }
        Fitting.samePrecision(this, x);
        settled();
        x.settled();
        kernels.addRowSums(x, this, 0, rows);
    }

    private Matrix product(Product product, Matrix b) {
        Matrix c = result(product.rows(this), product.columns(b), b);
        Fitting.checkProduct(product, this, b, c);
        kernels.multiply(product, this, b, c, false, 0, c.columns);
        return c;
    }

    /** This matrix plus x, element by element. */
    public Matrix plus(Matrix x) {
        return combined(1, 1, x);
    }

    /** This matrix minus x, element by element. */
    public Matrix minus(Matrix x) {
        return combined(1, -1, x);
    }

    /** This matrix with every element multiplied by the factor. */
    public Matrix scaled(double factor) {
        return map(value -> factor * value);
    }

    private Matrix combined(double alpha, double beta, Matrix x) {
        Fitting.sameShape(this, x);
        Matrix result = result(rows, columns, x);
        kernels.combine(alpha, this, beta, x, result, 0, size());
        return result;
    }

    /** The product element by element, ⊙ in the book. */
    public Matrix hadamard(Matrix x) {
        Fitting.sameShape(this, x);
        Matrix result = result(rows, columns, x);
        kernels.hadamard(this, x, result, 0, size());
        return result;
    }

    /** The function's value at each element. */
    public Matrix map(DoubleUnaryOperator f) {
        Matrix result = result(rows, columns, this);
        kernels.map(f, this, result, 0, size());
        return result;
    }

    /** The function's value at each pair of elements of this matrix and x. */
    public Matrix zip(Matrix x, DoubleBinaryOperator f) {
        Fitting.sameShape(this, x);
        Matrix result = result(rows, columns, x);
        kernels.zip(f, this, x, result, 0, size());
        return result;
    }

    /** Sets this matrix to alpha·this + beta·x, element by element: how an optimizer moves a parameter. */
    public void combine(double alpha, double beta, Matrix x) {
        Fitting.sameShape(this, x);
        settled(); // before threads share it
        if (alpha == 1 && x.deferred != null && x.deferred.isProduct()) {
            Deferred product = x.deferred;
            kernels.addProduct(beta, product.left(), product.right(), this, product.memory(), 0, columns);
        } else {
            x.settled();
            kernels.combine(alpha, this, beta, x, this, 0, size());
        }
    }

    /** Sets every element to zero, as a gradient begins a step; cheaper than {@code fill(0)} where the zeros are never read. */
    public void clear() {
        if (deferred != null) {
            deferred.clear();
        } else {
            fill(0);
        }
    }

    /**
     * This matrix, with its numbers in memory: a gradient that put them off computes them now.
     *
     * <p>Every method that reads numbers does so first; call it before several threads read a gradient.
     */
    public Matrix settled() {
        if (deferred != null) {
            deferred.settle();
        }
        return this;
    }

    /** Computes a product that was put off, since the memory of its factors is about to be used again. */
    void settledIfProduct() {
        if (deferred != null && deferred.isProduct()) {
            deferred.settle();
        }
    }

    Workspace workspace() {
        return workspace;
    }

    /** Sets every element to the value. */
    public void fill(double value) {
        if (deferred != null) {
            deferred.forget();
        }
        if (doubles != null) {
            Arrays.fill(doubles, 0, size(), value);
        } else {
            Arrays.fill(floats, 0, size(), (float) value);
        }
    }

    /**
     * Sets every column to unsigned bytes times a factor: how images that are kept as bytes come into a mini-batch.
     *
     * @param places where in {@code bytes} each column begins; as many as there are columns
     * @param factor above 0
     * @throws IndexOutOfBoundsException if a column would begin or end outside the bytes
     */
    public void fillFromBytes(byte[] bytes, int[] places, double factor) {
        if (places.length != columns) {
            throw Fitting.mismatch("fill from bytes", places.length + " places do not fit " + columns + " columns");
        }
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the factor must be a positive number, but is " + factor);
        }
        for (int place : places) {
            Objects.checkFromIndexSize(place, rows, bytes.length);
        }
        if (deferred != null) {
            deferred.forget();
        }
        kernels.fillFromBytes(bytes, places, factor, this, 0, columns);
    }

    /** The sum of all elements in column-major order, computed in double. */
    public double sum() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += get(i);
        }
        return sum;
    }

    /** The sum of the products of the elements of this matrix and x in column-major order, computed in double. */
    public double dot(Matrix x) {
        Fitting.sameShape(this, x);
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum = Math.fma(get(i), x.get(i), sum);
        }
        return sum;
    }

    /** The row of the greatest element of a column, the first of several; a NaN counts as the least of all. */
    public int argMax(int column) {
        int best = 0;
        for (int row = 1; row < rows; row++) {
            if (get(row, column) > get(best, column) || Double.isNaN(get(best, column))) {
                best = row;
            }
        }
        return best;
    }

    /** Whether no element is NaN or infinite. */
    public boolean isFinite() {
        for (int i = 0; i < size(); i++) {
            if (!Double.isFinite(get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The same numbers in the same memory, with results of operations going into that workspace. */
    public Matrix within(Workspace home) {
        settled();
        return new Matrix(kernels, rows, columns, doubles, floats, home, null);
    }

    /** A copy on the heap, with the same kernels. */
    public Matrix copy() {
        settled();
        return new Matrix(
                kernels,
                rows,
                columns,
                doubles == null ? null : Arrays.copyOf(doubles, size()),
                floats == null ? null : Arrays.copyOf(floats, size()),
                null,
                null);
    }

    /** A copy of one column on the heap. */
    public Matrix columnCopy(int column) {
        Objects.checkIndex(column, columns);
        settled();
        int from = column * rows;
        return new Matrix(
                kernels,
                rows,
                1,
                doubles == null ? null : Arrays.copyOfRange(doubles, from, from + rows),
                floats == null ? null : Arrays.copyOfRange(floats, from, from + rows),
                null,
                null);
    }

    /** Whether both have the same shape, precision and elements, bit for bit. */
    public boolean sameBits(Matrix x) {
        if (x.rows != rows || x.columns != columns || x.precision() != precision()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            if (Double.doubleToRawLongBits(get(i)) != Double.doubleToRawLongBits(x.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The shape and the precision: {@code 30×784 of double}. */
    @Override
    public String toString() {
        return shape() + " of " + precision();
    }

    String shape() {
        return rows + "×" + columns;
    }

    /**
     * A matrix for a result computed from this one by loops of one's own: in the workspace of this matrix, or on the heap.
     *
     * @return of the same kernels; its contents undefined until written
     */
    public Matrix fresh(int newRows, int newColumns) {
        return result(newRows, newColumns, this);
    }

    /** A matrix for the result of this one and x: in the workspace of either, or on the heap. */
    private Matrix result(int resultRows, int resultColumns, Matrix x) {
        Fitting.samePrecision(this, x);
        settled();
        x.settled();
        Workspace home = workspace != null ? workspace : x.workspace;
        return home != null
                ? home.matrix(kernels, resultRows, resultColumns)
                : create(kernels, resultRows, resultColumns, null);
    }
}
