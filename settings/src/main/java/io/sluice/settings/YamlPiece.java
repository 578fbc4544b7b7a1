package io.sluice.settings;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file, and where it stands, such as {@code /home/anna/sluice.yaml:3}. */
sealed interface YamlPiece {
  /** The file and the line. */
  String place();

  /**
   * A text, a number, true or false: as it was written.
   *
   * @param text without its quotes
   */
  record Text(String place, String text) implements YamlPiece {}

  /** Nothing, where something could stand. */
  record Nothing(String place) implements YamlPiece {}

  /** A list. */
  record Items(String place, List<YamlPiece> items) implements YamlPiece {}

  /** Names with what they name, in order; each member's place is that of its name. */
  record Members(String place, Map<String, Member> members) implements YamlPiece {}

  /**
   * What a name names.
   *
   * @param place of the name
   */
  record Member(String place, YamlPiece value) {}
}
