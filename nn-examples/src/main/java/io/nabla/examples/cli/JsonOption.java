package io.nabla.examples.cli;

import picocli.CommandLine.Option;

/** The option of commands that can write events for other programs. */
public final class JsonOption {
    @Option(names = "--json", description = "Write one JSON object a line to stdout, and nothing else there.")
    private boolean json;

    /** The option, not yet set. */
    public JsonOption() {}

    /** Whether stdout is for {@link JsonLines}. */
    public boolean isJson() {
        return json;
    }
}
