package io.nabla.data.mnist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small web server on the loopback address that also misbehaves: bodies cut short, endless silence. */
final class LoopbackMirror implements AutoCloseable {
    private final ServerSocket server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private static final class Answer {
        final int status;
        final int declaredLength;
        final byte[] body;
        final boolean silentAfterwards;

        Answer(int status, int declaredLength, byte[] body, boolean silentAfterwards) {
            this.status = status;
            this.declaredLength = declaredLength;
            this.body = body;
            this.silentAfterwards = silentAfterwards;
        }
    }

    LoopbackMirror() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "loopback-mirror");
        thread.setDaemon(true);
        thread.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/mnist/");
    }

    LoopbackMirror answers(String name, int status, byte... body) {
        answers.put("/mnist/" + name, new Answer(status, body.length, body, false));
        return this;
    }

    /** Declares a longer body than it sends, then ends the connection. */
    LoopbackMirror cutsShort(String name, int declaredLength, byte... body) {
        answers.put("/mnist/" + name, new Answer(200, declaredLength, body, false));
        return this;
    }

    /** Declares a longer body than it sends, then says nothing more. */
    LoopbackMirror fallsSilent(String name, int declaredLength, byte... body) {
        answers.put("/mnist/" + name, new Answer(200, declaredLength, body, true));
        return this;
    }

    /** The names asked for so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                if (answer(socket)) {
                    socket.close();
                }
            } catch (IOException closed) {
                // the test is over or the client went away: the assertions tell whether that was right
                requests.add("closed");
            }
        }
    }

    /** Answers one request; true if the connection ends with it. */
    private boolean answer(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String path = in.readLine().split(" ", -1)[1];
        while (!in.readLine().isEmpty()) {
            // headers do not matter
        }
        requests.add(path.substring(path.lastIndexOf('/') + 1));
        Answer answer = answers.getOrDefault(path, new Answer(404, 0, new byte[0], false));
        OutputStream out = socket.getOutputStream();
        String head = "HTTP/1.1 " + answer.status + " whatever\r\nContent-Length: " + answer.declaredLength
                + "\r\nConnection: close\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(answer.body);
        out.flush();
        return !answer.silentAfterwards;
    }
}
