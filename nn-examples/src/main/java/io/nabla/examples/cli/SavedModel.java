package io.nabla.examples.cli;

import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.data.csv.TableEncoding;
import io.nabla.io.Model;
import io.nabla.io.ModelDescription;
import io.nabla.io.ModelFile;
import io.nabla.io.ModelFormatException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A network that was saved, with the kernels that it computes with until it is closed.
 *
 * @param file where it was saved
 * @param model the network and its description
 * @param preprocessing how what a user has becomes its inputs
 * @param arithmetic its kernels
 */
public record SavedModel(Path file, Model model, Preprocessing preprocessing, ChosenKernels arithmetic)
        implements AutoCloseable {
    /**
     * Reads a model.
     *
     * @throws UserError if the file is not there, is no model, or needs a plug-in that is not there
     */
    public static SavedModel read(Path file, Plugins plugins, KernelsOptions kernels) {
        ChosenKernels[] opened = new ChosenKernels[1];
        try {
            Model model = ModelFile.read(file, plugins, precision -> {
                opened[0] = kernels.open(precision);
                return opened[0].kernels();
            });
            Preprocessing preprocessing = preprocessing(file, model);
            return new SavedModel(file, model, preprocessing, opened[0]);
        } catch (IOException | RuntimeException e) {
            if (opened[0] != null) {
                opened[0].close();
            }
            throw refused(file, e);
        }
    }

    private static Preprocessing preprocessing(Path file, Model model) {
        try {
            Preprocessing preprocessing = Preprocessing.of(model.description().preprocessing());
            preprocessing.table().ifPresent(table -> checkInputs(table.encoding(), model.network()));
            return preprocessing;
        } catch (IllegalArgumentException e) {
            throw new UserError(file + ": " + e.getMessage(), e);
        }
    }

    private static void checkInputs(TableEncoding encoding, Network network) {
        int given = encoding.inputShape().size();
        if (given != network.inputs().size()) {
            throw new IllegalArgumentException("the columns of the table become " + given
                    + " inputs, but the network takes " + network.inputs().size() + "; train and save it anew");
        }
    }

    private static RuntimeException refused(Path file, Exception e) {
        if (e instanceof NoSuchFileException) {
            return new UserError(file + ": no such file; 'nn train --save FILE' makes models", e);
        }
        if (e instanceof ModelFormatException) {
            return new UserError(e.getMessage(), e);
        }
        return e instanceof RuntimeException unchecked ? unchecked : new UserError(file + " cannot be read: " + e, e);
    }

    /** The network. */
    public Network network() {
        return model.network();
    }

    /** What the file says of the network. */
    public ModelDescription description() {
        return model.description();
    }

    /** Of which precision its numbers are. */
    public Precision precision() {
        return model.description().precision();
    }

    /** Ends the threads of the kernels. */
    @Override
    public void close() {
        arithmetic.close();
    }
}
