package io.nabla.examples.cli;

import io.nabla.api.Plugins;
import io.nabla.api.Precision;
import io.nabla.core.Network;
import io.nabla.io.ModelDescription;
import io.nabla.io.ModelFormatException;
import io.nabla.serving.Preprocessing;
import io.nabla.serving.ServedModel;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A network that was saved, with the kernels that it computes with until it is closed.
 *
 * @param file where it was saved
 * @param served the network, its description, and how what a user has becomes its inputs
 * @param arithmetic its kernels
 */
public record SavedModel(Path file, ServedModel served, ChosenKernels arithmetic) implements AutoCloseable {
    /**
     * Reads a model.
     *
     * @throws UserError if the file is not there, is no model, or needs a plug-in that is not there
     */
    public static SavedModel read(Path file, Plugins plugins, KernelsOptions kernels) {
        ChosenKernels[] opened = new ChosenKernels[1];
        try {
            ServedModel served = ServedModel.read(file, plugins, precision -> {
                opened[0] = kernels.open(precision);
                return opened[0].kernels();
            });
            return new SavedModel(file, served, opened[0]);
        } catch (IOException | RuntimeException e) {
            if (opened[0] != null) {
                opened[0].close();
            }
            throw refused(file, e);
        }
    }

    private static RuntimeException refused(Path file, Exception e) {
        if (e instanceof NoSuchFileException) {
            return new UserError(file + ": no such file; 'nn train --save FILE' makes models", e);
        }
        if (e instanceof ModelFormatException || e instanceof IllegalArgumentException) {
            return new UserError(e.getMessage(), e);
        }
        return e instanceof RuntimeException unchecked ? unchecked : new UserError(file + " cannot be read: " + e, e);
    }

    /** The network. */
    public Network network() {
        return served.network();
    }

    /** What the file says of the network. */
    public ModelDescription description() {
        return served.description();
    }

    /** How what a user has becomes the network's inputs. */
    public Preprocessing preprocessing() {
        return served.preprocessing();
    }

    /** Of which precision its numbers are. */
    public Precision precision() {
        return served.description().precision();
    }

    /** Ends the threads of the kernels. */
    @Override
    public void close() {
        arithmetic.close();
    }
}
