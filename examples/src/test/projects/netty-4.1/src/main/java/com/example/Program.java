package com.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.netty.util.Version;
import io.sluice.chat.ChatRequest;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Streams with the Netty that another BOM chose: plain, compressed, and over TLS. */
public final class Program {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String STREAM =
      "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello\"}}]}\n\n"
          + "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{},"
          + "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

  public static void main(String[] args) throws Exception {
    SSLContext context = context();
    HttpsServer secure = HttpsServer.create(local(), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(context));
    String answers = answer(HttpServer.create(local(), 0), "http", context);
    answers += " " + answer(secure, "https", context);
    System.out.println(
        answers + ", Netty " + Version.identify().get("netty-codec-http").artifactVersion());
    System.exit(0);
  }

  private static String answer(HttpServer server, String scheme, SSLContext context) {
    server.createContext("/v1/chat/completions", exchange -> answer(exchange));
    server.start();
    String url = scheme + "://localhost:" + server.getAddress().getPort() + "/v1";
    try (var transport =
        NettyTransport.builder(Endpoint.of(url))
            .proxies(Proxies.none())
            .sslContext(context)
            .build()) {
      String first = transport.stream(ChatRequest.of("m", "plain")).completion().text();
      return first + " " + transport.stream(ChatRequest.of("m", "gzip")).completion().text();
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    byte[] body = STREAM.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    if (asked.contains("gzip")) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      var packed = new ByteArrayOutputStream();
      try (var out = new GZIPOutputStream(packed)) {
        out.write(body);
      }
      body = packed.toByteArray();
    }
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static InetSocketAddress local() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static SSLContext context() throws Exception {
    Path file = Files.createTempDirectory("keys").resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    int code =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("keytool failed");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
