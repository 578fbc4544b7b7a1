package io.sluice.page.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A Chromium without a window and with a fresh profile, which no test shares with another. */
final class Chromium implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** Nothing but the page itself may cause a request. */
  private static final List<String> OPTIONS =
      List.of(
          "--headless=new",
          "--remote-debugging-port=0",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage",
          // A busy machine gives a tab in the background nothing at all.
          "--disable-renderer-backgrounding",
          "--disable-backgrounding-occluded-windows",
          "--disable-background-timer-throttling",
          "--window-size=1280,800",
          "--host-resolver-rules=MAP evil.example 127.0.0.1");

  private final Process process;
  private final DevTools tools;

  private Chromium(Process process, DevTools tools) {
    this.process = process;
    this.tools = tools;
  }

  /** Starts one with its profile in {@code folder}; the test is skipped where none is installed. */
  static Chromium start(Path folder) {
    Optional<Path> program = find();
    Assumptions.assumeTrue(program.isPresent(), "no Chromium on the PATH: the page is not tried");
    List<String> command = new ArrayList<>(List.of(program.orElseThrow().toString()));
    command.addAll(OPTIONS);
    command.add("--user-data-dir=" + folder.resolve("profile"));
    command.add("about:blank");
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("TMPDIR", folder.toString());
      Process process = builder.start();
      return new Chromium(process, DevTools.connect(address(process)));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Opens a tab on an empty page. */
  Tab tab() {
    String target =
        tools
            .call("Target.createTarget", json -> json.field("url", "about:blank"))
            .string("targetId")
            .orElseThrow();
    String session =
        tools
            .call(
                "Target.attachToTarget",
                json -> json.field("targetId", target).flag("flatten", true))
            .string("sessionId")
            .orElseThrow();
    return Tab.of(tools, session);
  }

  /** Ends it with all its processes, which write into the profile until they are gone. */
  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    tools.close();
    all.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  private static Optional<Path> find() {
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What it says after that is read and dropped, so that it never waits for a reader. */
  private static URI address(Process process) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher found = LISTENING.matcher(line);
      if (found.find()) {
        var drain = new Thread(() -> lines.lines().forEach(rest -> {}), "chromium-output");
        drain.setDaemon(true);
        drain.start();
        return URI.create(found.group(1));
      }
      said.append(line).append('\n');
    }
    throw new IOException("Chromium ended before it listened:\n" + said);
  }
}
