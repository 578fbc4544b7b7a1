package io.sluice.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The resources that a sink may leave behind: threads, processes, open files, files. */
final class Footprint {

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  private static final String SOCKET = "socket:";

  /** A thread of the JDK, which waits for one process after another and is therefore ignored. */
  private static final String REAPER = "process reaper";

  private Footprint() {}

  /** All threads except those that have finished. */
  static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !thread.getName().startsWith(REAPER))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * The names of threads that are not in {@code before} and still run after each had five seconds
   * to finish.
   */
  static List<String> threadsBeside(Set<Thread> before) throws InterruptedException {
    Set<Thread> made = threads();
    made.removeAll(before);
    for (Thread thread : made) {
      thread.join(5_000);
    }
    return made.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }

  /** The running processes that this one has started. */
  static Set<ProcessHandle> processes() {
    return ProcessHandle.current().children().collect(Collectors.toCollection(HashSet::new));
  }

  /** The running processes that are not in {@code before}. */
  static List<String> processesBeside(Set<ProcessHandle> before) {
    return processes().stream()
        .filter(process -> !before.contains(process))
        .map(process -> process.info().command().orElse("process " + process.pid()))
        .toList();
  }

  /**
   * The files under {@code folder} that this process holds open; empty if the system does not tell.
   */
  static List<String> openFilesUnder(Path folder) throws IOException {
    if (!Files.isDirectory(OPEN_FILES)) {
      return List.of();
    }
    try (Stream<Path> open = Files.list(OPEN_FILES)) {
      return open.map(Footprint::target)
          .filter(target -> target.startsWith(folder.toString()))
          .toList();
    }
  }

  /**
   * What the descriptors of this process lead to, by number; empty if the system does not tell.
   * Sockets and pipes have names such as {@code socket:[4711]}.
   */
  static Map<String, String> descriptors() throws IOException {
    if (!Files.isDirectory(OPEN_FILES)) {
      return Map.of();
    }
    try (Stream<Path> open = Files.list(OPEN_FILES)) {
      return open.collect(
          Collectors.toMap(descriptor -> descriptor.getFileName().toString(), Footprint::target));
    }
  }

  /**
   * The sockets that are open and not in {@code before}. Those that a test's own server accepts
   * meanwhile would count too, so nothing else should happen in between.
   */
  static List<String> socketsBeside(Map<String, String> before) throws IOException {
    return descriptors().values().stream()
        .filter(target -> target.startsWith(SOCKET) && !before.containsValue(target))
        .sorted()
        .toList();
  }

  /** The files under {@code folder} with their contents. */
  static Map<String, String> filesUnder(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        byte[] content = Files.readAllBytes(file);
        files.put(
            folder.relativize(file).toString(), new String(content, StandardCharsets.ISO_8859_1));
      }
      return files;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether the object has a field that can hold state; a lambda may have none. */
  static boolean hasState(Object object) {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      if (Stream.of(type.getDeclaredFields()).anyMatch(f -> !Modifier.isStatic(f.getModifiers()))) {
        return true;
      }
    }
    return false;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
