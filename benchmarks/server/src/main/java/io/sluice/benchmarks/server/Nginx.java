package io.sluice.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Nginx as a way to the model's server, set up so that it holds nothing back. */
final class Nginx {

  private static final String SETTINGS =
      """
      daemon off;
      worker_processes 1;
      pid %1$s/nginx.pid;
      error_log %1$s/error.log;
      events { worker_connections 4096; }
      http {
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        upstream model { server 127.0.0.1:%2$s; keepalive 64; }
        server {
          listen 127.0.0.1:%3$s;
          location / {
            proxy_pass http://model;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_buffering off;
            proxy_request_buffering off;
          }
        }
      }
      """;

  private Nginx() {}

  /** A port that is free, as far as can be known before it is taken. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts it, and waits until it listens. */
  static Program start(Path folder, String upstream, int port) throws IOException {
    Path settings = folder.resolve("nginx.conf");
    Files.writeString(settings, SETTINGS.formatted(folder, upstream, port));
    Program nginx =
        Program.start(List.of("nginx", "-p", folder.toString(), "-c", settings.toString()));
    long last = System.nanoTime() + 10_000_000_000L;
    while (!listens(port)) {
      if (System.nanoTime() > last) {
        nginx.close();
        throw new IOException("nginx does not listen; see " + folder.resolve("error.log"));
      }
      Thread.onSpinWait();
    }
    return nginx;
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
