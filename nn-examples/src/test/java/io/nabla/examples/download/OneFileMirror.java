package io.nabla.examples.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A web server on this machine that answers every request with the same bytes. */
final class OneFileMirror implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final byte[] file;

    OneFileMirror(byte[] file) throws IOException {
        this.file = file.clone();
        Thread thread = new Thread(this::serve, "mirror");
        thread.setDaemon(true);
        thread.start();
    }

    URI folder() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/mnist/");
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                answer(connection);
            } catch (IOException e) {
                assert socket.isClosed() : e;
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        String line = request.readLine();
        while (line != null && !line.isEmpty()) {
            line = request.readLine();
        }
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + file.length + "\r\nConnection: close\r\n\r\n";
        OutputStream answer = connection.getOutputStream();
        answer.write(head.getBytes(StandardCharsets.US_ASCII));
        answer.write(file);
        answer.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
