package io.sluice.cli.chat;

import io.sluice.cli.command.Call;
import io.sluice.cli.command.Editor;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Keyboard;
import java.io.IOException;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;

/**
 * What keys do at the question of a conversation beside what JLine binds them to: Ctrl-G and Ctrl-X
 * Ctrl-E write it in the user's editor, and Ctrl-Z stops the process. For the thread that reads.
 */
final class LineEditing {
  private static final String EDITOR = "sluice-editor";
  private static final String SUSPEND = "sluice-suspend";

  private final Call call;
  private final Terminal terminal;
  private final LineReader reader;

  private LineEditing(Call call, Terminal terminal, LineReader reader) {
    this.call = call;
    this.terminal = terminal;
    this.reader = reader;
  }

  /** Binds the keys of the chat to what they do. */
  static void bind(Call call, Terminal terminal, LineReader reader) {
    var editing = new LineEditing(call, terminal, reader);
    KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
    editing.bind(
        keys, EDITOR, editing::edit, KeyMap.ctrl('G'), KeyMap.ctrl('X') + KeyMap.ctrl('E'));
    int suspend = terminal.getAttributes().getControlChar(ControlChar.VSUSP);
    // Zero and -1 stand for a terminal whose user has switched it off.
    if (suspend > 0) {
      editing.bind(keys, SUSPEND, editing::suspend, String.valueOf((char) suspend));
    }
  }

  private void bind(KeyMap<Binding> keys, String name, Widget widget, String... typed) {
    reader.getWidgets().put(name, widget);
    keys.bind(new Reference(name), (CharSequence[]) typed);
  }

  private boolean edit() {
    terminal.writer().println();
    terminal.flush();
    Keyboard.Hold away = call.streams().keyboard().lend();
    try {
      String written = new Editor(call).edit(reader.getBuffer().toString());
      if (written.isBlank()) {
        call.notices().error("the editor left nothing; the question is unchanged");
      } else {
        reader.getBuffer().clear();
        reader.getBuffer().write(written);
      }
    } catch (UsageException | IOException refused) {
      call.notices().error(refused.getMessage() + "; the question is unchanged");
    } finally {
      away.close();
      reader.callWidget(LineReader.REDRAW_LINE);
    }
    return true;
  }

  /** The terminal sends the key: it makes no signals while a line is read. */
  private boolean suspend() {
    call.streams().keyboard().suspend();
    return true;
  }
}
