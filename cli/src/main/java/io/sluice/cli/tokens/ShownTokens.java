package io.sluice.cli.tokens;

import io.sluice.cli.command.Call;
import io.sluice.cli.command.InputText;
import io.sluice.cli.terminal.StandardOutput;
import io.sluice.text.Printable;
import io.sluice.tokens.TokenEncoding;
import io.sluice.tokens.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Shows a text split into its tokens: in turning colours, or with a stroke after each where there
 * are none. A token that is part of a character only is shown as its bytes. Mutable.
 */
final class ShownTokens implements InputText.Use {
  private static final List<String> COLORS =
      List.of("\033[30;46m", "\033[30;43m", "\033[30;42m", "\033[30;45m", "\033[30;47m");
  private static final String PLAIN = "\033[0m";
  private static final char STROKE = '\u2502';
  private static final int MANY = 64 * 1024;

  private final StandardOutput out;
  private final boolean colored;
  private final boolean terminal;
  private final Tokenizer tokenizer;
  private final StringBuilder shown = new StringBuilder();
  private int number;

  ShownTokens(Call call, TokenEncoding encoding) {
    out = call.streams().out();
    colored = call.look().stdout().styled();
    terminal = call.streams().terminals().out();
    tokenizer = Tokenizer.of(encoding, this::show);
  }

  @Override
  public void block(String text) throws IOException {
    try {
      tokenizer.append(text);
    } catch (UncheckedIOException refused) {
      throw refused.getCause();
    }
    flush();
  }

  @Override
  public void end() throws IOException {
    tokenizer.end();
    shown.append('\n');
    flush();
  }

  private void show(byte[] token) {
    String text = text(token);
    if (colored) {
      String color = COLORS.get(number % COLORS.size());
      // A colour that goes over the end of a line would fill the rest of it.
      shown.append(color).append(text.replace("\n", PLAIN + "\n" + color)).append(PLAIN);
    } else {
      shown.append(text).append(STROKE);
    }
    number++;
    if (shown.length() > MANY) {
      flushUnchecked();
    }
  }

  private String text(byte[] token) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(token)).toString();
      return terminal ? Printable.text(text) : text;
    } catch (CharacterCodingException partOfACharacter) {
      var bytes = new StringBuilder();
      for (byte single : token) {
        if (single >= ' ' && single < 0x7F) {
          bytes.append((char) single);
        } else {
          bytes.append(String.format("\\x%02X", single));
        }
      }
      return bytes.toString();
    }
  }

  private void flushUnchecked() {
    try {
      flush();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private void flush() throws IOException {
    out.print(shown.toString());
    shown.setLength(0);
  }
}
