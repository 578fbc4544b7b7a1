package io.sluice.benchmarks.peers.runner;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * From Enter to the end of a short command, or to the first byte of a request on the wire, in turn
 * with a JVM that greets and ends.
 */
final class StartUp {

  private static final String NAME = "start";
  private static final int WARM_UPS = 3;
  private static final int ROUNDS = 21;
  private static final int LONGEST_SECONDS = 60;

  private static final String ANSWER =
      "data:"
          + " {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\n"
          + "data: [DONE]\n\n";

  private final Path modules;
  private final Path repository;
  private final Figures figures;

  StartUp(Path modules, Figures figures) {
    this.modules = modules;
    this.repository = modules.resolve("../..").normalize();
    this.figures = figures;
  }

  void take() throws IOException, InterruptedException {
    figures.forget(NAME);
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      System.err.println(NAME + ": round " + round);
      add(round, "java Hello", untilEnd(hello()));
      add(round, "sluice --version", untilEnd(sluice("--version")));
      add(round, "sluice --help", untilEnd(sluice("--help")));
      add(round, "sluice, to the wire", untilRequest(sluice("-q", "Hello")));
      if (Files.isDirectory(modules.resolve("node/node_modules/openai"))) {
        add(round, "Node client, to the wire", untilRequest(node()));
      }
    }
  }

  private void add(int round, String what, double millis) {
    if (round >= 0) {
      figures.add(NAME, what, "ms", millis);
    }
  }

  private List<String> hello() {
    String classes = modules.resolve("runner/target/classes").toString();
    return List.of(
        Jvm.java().toString(),
        "-Xshare:auto",
        "-cp",
        classes,
        "io.sluice.benchmarks.peers.runner.Hello");
  }

  private List<String> sluice(String... arguments) {
    List<String> command = new ArrayList<>(List.of(repository.resolve("sluice").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private List<String> node() {
    return List.of("node", modules.resolve("node/client.mjs").toString());
  }

  private static double untilEnd(List<String> command) throws IOException, InterruptedException {
    long started = System.nanoTime();
    Process process = process(command, 9).start();
    await(process, command);
    return (System.nanoTime() - started) / 1e6;
  }

  private static double untilRequest(List<String> command)
      throws IOException, InterruptedException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Long> asked = CompletableFuture.supplyAsync(() -> answer(server));
      long started = System.nanoTime();
      Process process = process(command, server.getLocalPort()).start();
      await(process, command);
      return (asked.join() - started) / 1e6;
    }
  }

  /** Answers one request; when its first byte came. */
  private static long answer(ServerSocket server) {
    try (Socket socket = server.accept()) {
      byte[] request = new byte[64 * 1024];
      int length = socket.getInputStream().read(request);
      final long asked = System.nanoTime();
      while (!new String(request, 0, length, StandardCharsets.UTF_8).endsWith("}")) {
        length += socket.getInputStream().read(request, length, request.length - length);
      }
      OutputStream out = socket.getOutputStream();
      String head =
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
      out.write((head + ANSWER).getBytes(StandardCharsets.US_ASCII));
      return asked;
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static ProcessBuilder process(List<String> command, int port) {
    var process = new ProcessBuilder(command);
    process.environment().put("OPENAI_BASE_URL", "http://127.0.0.1:" + port + "/v1");
    process.environment().put("OPENAI_API_KEY", "sk-benchmark-00000000000000000000000000000000000001");
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return process
        .redirectInput(new File("/dev/null"))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static void await(Process process, List<String> command) throws InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(command + " did not end well");
    }
  }
}
