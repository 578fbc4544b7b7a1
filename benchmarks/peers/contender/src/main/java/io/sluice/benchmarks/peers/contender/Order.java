package io.sluice.benchmarks.peers.contender;

import java.util.HashMap;
import java.util.Map;

/**
 * What a worker is to measure.
 *
 * @param measure which measure
 * @param settings its numbers, by name
 */
record Order(String measure, Map<String, Integer> settings) {

  static Order of(String line) {
    String[] words = line.split(" ");
    Map<String, Integer> settings = new HashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] setting = words[i].split("=");
      settings.put(setting[0], Integer.valueOf(setting[1]));
    }
    return new Order(words[0], settings);
  }

  int number(String name) {
    return settings.get(name);
  }
}
