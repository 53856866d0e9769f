package io.nabla.data.mnist;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gets one file from one mirror into memory, bounded in size and time. */
final class Transfer {
    private static final long TICK_MILLIS = 100;

    private final HttpClient client;
    private final Patience patience;
    private final DownloadListener listener;

    Transfer(HttpClient client, Patience patience, DownloadListener listener) {
        this.client = client;
        this.patience = patience;
        this.listener = listener;
    }

    /** The compressed bytes; an {@link IOException}'s message says in a few words why there are none. */
    byte[] get(RemoteFile file, URI mirror) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(mirror.resolve(file.name() + ".gz")).build();
        // incompressible data grow a little in gzip
        BoundedBody body = new BoundedBody(file.size() + file.size() / 1000 + 1000);
        CompletableFuture<OptionalLong> total = new CompletableFuture<>();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> {
            total.complete(head.headers().firstValueAsLong("Content-Length"));
            return body;
        });
        try {
            HttpResponse<byte[]> response = await(answer, body, file, mirror, total);
            if (response.statusCode() != 200) {
                throw new IOException("answered HTTP " + response.statusCode());
            }
            listener.progressed(file, mirror, body.received(), total.getNow(OptionalLong.empty()));
            return response.body();
        } finally {
            answer.cancel(true);
        }
    }

    /** Waits in short steps, so that progress is told by this thread and silence is noticed. */
    private HttpResponse<byte[]> await(
            CompletableFuture<HttpResponse<byte[]>> answer,
            BoundedBody body,
            RemoteFile file,
            URI mirror,
            CompletableFuture<OptionalLong> total)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        long lastArrival = start;
        long lastReceived = 0;
        while (true) {
            try {
                return answer.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException failed) {
                throw new IOException(reason(failed.getCause()), failed.getCause());
            } catch (TimeoutException notYet) {
                long now = System.nanoTime();
                if (body.received() > lastReceived) {
                    lastReceived = body.received();
                    lastArrival = now;
                    listener.progressed(file, mirror, lastReceived, total.getNow(OptionalLong.empty()));
                }
                if (now - lastArrival > patience.silence().toNanos()) {
                    throw new IOException(
                            "silent for " + words(patience.silence().toMillis()), notYet);
                }
                if (now - start > patience.total().toNanos()) {
                    throw new IOException(
                            "not done after " + words(patience.total().toMillis()), notYet);
                }
            }
        }
    }

    private static String reason(Throwable failure) {
        if (failure instanceof ConnectException) {
            return "no connection";
        }
        if (failure instanceof HttpTimeoutException) {
            return "no connection in time";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static String words(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
