package io.sluice.benchmarks.peers.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that was measured: by measure, by who, by figure, a value for each round. Kept in one file,
 * to which a further run adds its measures. Mutable.
 */
final class Figures {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Map<String, Map<String, Map<String, List<Double>>>> measures;

  private Figures(Map<String, Map<String, Map<String, List<Double>>>> measures) {
    this.measures = measures;
  }

  static Figures open(Path file) throws IOException {
    return new Figures(
        Files.exists(file)
            ? JSON.readValue(Files.readString(file), new TypeReference<>() {})
            : new LinkedHashMap<>());
  }

  void save(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(measures) + "\n");
  }

  void forget(String measure) {
    measures.remove(measure);
  }

  /** Adds what a worker wrote: {@code name=value} and blanks. */
  void add(String measure, String who, String line) {
    for (String figure : line.split(" ")) {
      String[] parts = figure.split("=", 2);
      if (parts[0].equals("failed")) {
        System.err.println(measure + ": " + who + ": " + parts[1]);
        return;
      }
      add(measure, who, parts[0], Double.parseDouble(parts[1]));
    }
  }

  void add(String measure, String who, String name, double value) {
    measures
        .computeIfAbsent(measure, any -> new LinkedHashMap<>())
        .computeIfAbsent(who, any -> new LinkedHashMap<>())
        .computeIfAbsent(name, any -> new ArrayList<>())
        .add(value);
  }

  /** The middle of all rounds, if there was any. */
  OptionalDouble median(String measure, String who, String name) {
    double[] sorted = sorted(measure, who, name);
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted[sorted.length / 2]);
  }

  double least(String measure, String who, String name) {
    return sorted(measure, who, name)[0];
  }

  double most(String measure, String who, String name) {
    double[] sorted = sorted(measure, who, name);
    return sorted[sorted.length - 1];
  }

  List<String> measured(String measure) {
    return List.copyOf(measures.getOrDefault(measure, Map.of()).keySet());
  }

  /** Whether anything was measured of anybody by that name. */
  boolean knows(String who) {
    return measures.values().stream().anyMatch(measure -> measure.containsKey(who));
  }

  private double[] sorted(String measure, String who, String name) {
    return measures
        .getOrDefault(measure, Map.of())
        .getOrDefault(who, Map.of())
        .getOrDefault(name, List.of())
        .stream()
        .mapToDouble(Double::doubleValue)
        .sorted()
        .toArray();
  }
}
