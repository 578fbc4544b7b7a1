package io.sluice.settings;

import io.sluice.settings.YamlPiece.Items;
import io.sluice.settings.YamlPiece.Member;
import io.sluice.settings.YamlPiece.Members;
import io.sluice.settings.YamlPiece.Nothing;
import io.sluice.settings.YamlPiece.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML 1.2 as names, lists and texts. No type is made of anything, and anchors are refused:
 * nothing in a file can become more than stands in it. The only class that knows the parser.
 */
final class YamlFile {
  private static final int DEEPEST = 16;

  private final String name;

  private YamlFile(String name) {
    this.name = name;
  }

  /**
   * What {@code text} says; no members if it says nothing.
   *
   * @param name what messages call it
   * @throws SettingsException in one line with the place, if it is no YAML or no mapping
   */
  static Members read(String name, String text) {
    return new YamlFile(name).read(text);
  }

  private Members read(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setCodePointLimit(text.length() + 1).build();
    try {
      Optional<Node> root = composer(settings, text).getSingleNode();
      if (root.isEmpty()) {
        return new Members(name, Map.of());
      }
      YamlPiece read = piece(root.get(), 0);
      if (read instanceof Members members) {
        return members;
      }
      throw new SettingsException(
          read.place() + ": names and values are missing; use 'key: value'");
    } catch (MarkedYamlEngineException malformed) {
      String place = malformed.getProblemMark().map(this::place).orElse(name);
      throw new SettingsException(place + ": no YAML: " + malformed.getProblem(), malformed);
    } catch (YamlEngineException | StackOverflowError malformed) {
      throw new SettingsException(name + ": no YAML; check its brackets and indents", malformed);
    }
  }

  /** By the parts that the parser's module exports; its shortcut for them is not among these. */
  private static Composer composer(LoadSettings settings, String text) {
    return new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)));
  }

  private YamlPiece piece(Node node, int depth) {
    String place = place(node);
    if (node.getAnchor().isPresent() || depth > DEEPEST) {
      throw new SettingsException(
          place + ": anchors and deep nesting have no place here; write it out");
    }
    if (node instanceof ScalarNode scalar) {
      boolean nothing = scalar.getTag().equals(Tag.NULL) && scalar.isPlain();
      return nothing ? new Nothing(place) : new Text(place, scalar.getValue());
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlPiece> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(piece(item, depth + 1)));
      return new Items(place, List.copyOf(items));
    }
    return members((MappingNode) node, depth);
  }

  private Members members(MappingNode mapping, int depth) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String place = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new SettingsException(place + ": a key is a word; write it as one");
      }
      var member = new Member(place, piece(tuple.getValueNode(), depth + 1));
      if (members.put(key.getValue(), member) != null) {
        throw new SettingsException(
            place + ": '" + key.getValue() + "' stands here twice; leave one of them");
      }
    }
    return new Members(place(mapping), members);
  }

  private String place(Node node) {
    return node.getStartMark().map(this::place).orElse(name);
  }

  private String place(Mark mark) {
    return name + ":" + (mark.getLine() + 1);
  }
}
