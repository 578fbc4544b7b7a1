package com.example;

import io.sluice.simulator.Simulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** An HTTP client that leaves after two events. */
record Visitor(int port) {

  /** Whether the upstream connection was closed within a second. */
  boolean leaveAndWatch(Simulator server) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = "GET /chat?prompt=Hello HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (int events = 0; events < 2; ) {
        String line = lines.readLine();
        if (line == null) {
          throw new IOException("the answer ended before two events came");
        }
        // HTTP chunks may end within a line of an event, but not within its JSON.
        events += line.contains("\"choices\":") ? 1 : 0;
      }
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    while (server.openConnections() > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return server.openConnections() == 0;
  }
}
