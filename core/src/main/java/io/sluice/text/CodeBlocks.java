package io.sluice.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the fenced code blocks of a Markdown text that arrives in parts (CommonMark 0.31, section
 * 4.5). Fences within list items count; those within block quotes do not. A block that the text
 * leaves open ends with the text. The result is the same wherever the text is cut into parts.
 *
 * <p>At most 1024 characters are held back: the start of a line that may close the block. As many
 * are read of a line that may open one. Mutable; for one thread.
 */
public final class CodeBlocks {
  private static final int LONGEST_HELD = 1024;
  private static final Pattern LANGUAGE_END = Pattern.compile("[\\s,:{}]");

  private final BlockReceiver receiver;
  private final ListItems items = new ListItems();
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder code = new StringBuilder();
  private CodeFence fence = CodeFence.NONE;
  private boolean passing;

  /** A reader of one text, which tells {@code receiver} what it finds. */
  public CodeBlocks(BlockReceiver receiver) {
    this.receiver = receiver;
  }

  /** Takes the next part of the text. The receiver is told before the call returns. */
  public void add(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (fence.isOpen()) {
        addWithin(c);
      } else {
        addOutside(c);
      }
    }
    handOver();
  }

  /** The text has ended; nothing may be added after this. */
  public void end() {
    if (!fence.isOpen()) {
      endLineOutside();
    } else if (!passing && !line.isEmpty() && !fence.isClosedBy(line)) {
      release();
    }
    if (fence.isOpen()) {
      close();
    }
  }

  /**
   * Hands over what is held, because the text may rest for long. The start of a line that may still
   * close the block counts as code then; a line that closes it as it stands is held on.
   */
  public void flush() {
    if (fence.isOpen() && !passing && !line.isEmpty() && !fence.isClosedBy(line)) {
      release();
      passing = true;
      handOver();
    }
  }

  /** The language that the info of a block names, in lower case; empty if it names none. */
  public static String language(String info) {
    return LANGUAGE_END.split(info, 2)[0].toLowerCase(Locale.ROOT);
  }

  private void addOutside(char c) {
    if (c == '\n') {
      endLineOutside();
    } else if (line.length() < LONGEST_HELD || (line.length() == LONGEST_HELD && c == '`')) {
      line.append(c); // A backtick anywhere in its info makes a line no fence.
    }
  }

  private void endLineOutside() {
    CodeFence opened = CodeFence.opening(line, items.startOf(line));
    line.setLength(0);
    if (opened.isOpen()) {
      fence = opened;
      passing = false;
      receiver.opened(fence.info());
    }
  }

  private void addWithin(char c) {
    if (passing) {
      code.append(c);
      passing = c != '\n';
    } else if (c == '\n' && fence.isClosedBy(line)) {
      close();
    } else {
      line.append(c);
      hold(c);
    }
  }

  /** Holds the line as long as it may close the block. */
  private void hold(char last) {
    if (last == '\n' || line.length() > LONGEST_HELD || !fence.mayBeClosedBy(line)) {
      release();
      passing = last != '\n';
    }
  }

  private void release() {
    code.append(fence.unindented(line));
    line.setLength(0);
  }

  private void close() {
    handOver();
    line.setLength(0);
    fence = CodeFence.NONE;
    receiver.closed();
  }

  private void handOver() {
    if (!code.isEmpty()) {
      String ready = code.toString();
      code.setLength(0);
      receiver.code(ready);
    }
  }

  /** Receives the blocks of a text, in their order. */
  public interface BlockReceiver {
    /**
     * Called when a block begins.
     *
     * @param info what stands behind the opening fence, without blanks around it; may be empty
     */
    void opened(String info);

    /**
     * Called with more of the block's content, not empty, which may begin and end within a line.
     */
    void code(String part);

    /** Called when a block has ended, by its closing fence or with the text. */
    void closed();
  }
}
