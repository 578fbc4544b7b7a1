package io.sluice.stages.secret;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names from a list, in any case, as whole words where their script has such. Up to four characters
 * of white space stand for a blank in a name.
 */
final class NameRule implements SecretRule {

  private static final int WIDEST_BLANK = 4;

  private final Node root = new Node();
  private int longest;

  /** The names are not blank. */
  NameRule(Collection<String> names) {
    names.forEach(this::add);
  }

  @Override
  public String label() {
    return "[name]";
  }

  @Override
  public int longest() {
    return longest;
  }

  @Override
  public boolean mayBeginWith(char first) {
    return root.next(first) != null;
  }

  @Override
  public int match(GrowingText text, int at) {
    Node node = root.next(text.charAt(at));
    if (node == null || isWithinWord(text, at)) {
      return NONE;
    }
    int found = NONE;
    int here = at + 1;
    while (true) {
      if (here == text.length()) {
        return text.isComplete() ? node.ends ? here - at : found : UNDECIDED;
      }
      if (node.ends && !isWithinWord(text, here)) {
        found = here - at;
      }
      int behind = behindBlank(text, here);
      if (behind == text.length() && behind > here && !text.isComplete()) {
        return node.next(' ') == null ? found : UNDECIDED;
      }
      Node next = node.next(behind > here ? ' ' : text.charAt(here));
      if (next == null) {
        return found;
      }
      node = next;
      here = behind > here ? behind : here + 1;
    }
  }

  /** Behind the white space here, if that is no wider than a blank of a name. */
  private static int behindBlank(GrowingText text, int here) {
    int behind = here;
    while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
      behind++;
    }
    return behind - here > WIDEST_BLANK ? here : behind;
  }

  /** Whether this place is between two letters or digits of a script that knows words. */
  private static boolean isWithinWord(GrowingText text, int at) {
    return at > 0 && isOfWord(text.charAt(at - 1)) && isOfWord(text.charAt(at));
  }

  private static boolean isOfWord(char character) {
    return Character.isLowerCase(character)
        || Character.isUpperCase(character)
        || Character.isDigit(character);
  }

  private void add(String name) {
    Node node = root;
    String plain = name.strip().replaceAll("\\s+", " ");
    for (int i = 0; i < plain.length(); i++) {
      node = node.children.computeIfAbsent(folded(plain.charAt(i)), missing -> new Node());
    }
    node.ends = true;
    int blanks = (int) plain.chars().filter(character -> character == ' ').count();
    longest = Math.max(longest, plain.length() + blanks * WIDEST_BLANK + WIDEST_BLANK);
  }

  private static char folded(char character) {
    return Character.toLowerCase(Character.toUpperCase(character));
  }

  /** A place in the names: what can follow, and whether a name ends here. */
  private static final class Node {
    private final Map<Character, Node> children = new HashMap<>();
    private boolean ends;

    @Nullable Node next(char character) {
      return children.isEmpty() ? null : children.get(folded(character));
    }
  }
}
