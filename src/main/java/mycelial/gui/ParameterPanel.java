package mycelial.gui;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the next session. A value is checked as the configuration checks it when Enter
 * is pressed or the field is left; a bad one is marked, with one sentence that says why. While a
 * session is played they can only be read. Swing's thread.
 */
final class ParameterPanel extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final Color WRONG_TEXT = new Color(0xff8a80);
  private static final int COLUMNS = 24;
  private static final int EDGE = 12;
  private static final Insets SPACE = new Insets(4, 4, 4, 8);

  static final String EDITABLE = "In force for the session that the next Play begins.";
  static final String PLAYING =
      "A session is being played: these are its parameters, to be read only until it is stopped.";
  static final String SEED = "seed";

  private final transient Host host;
  private final transient LongFunction<@Nullable String> seeds;
  private final transient Map<String, JTextField> fields = new LinkedHashMap<>();
  private final transient Map<String, String> problems = new LinkedHashMap<>();
  private final JTextField seedField;
  private final JPanel grid = new JPanel(new GridBagLayout());
  private final JTextArea sentence = new JTextArea(4, 30);
  private final JButton reset = new JButton("As the program was started");
  private String shownSeed;

  /**
   * @param seeds sets the Console's seed, and says what is wrong with it, or null
   */
  ParameterPanel(Host host, LongFunction<@Nullable String> seeds) {
    super(new BorderLayout(0, EDGE));
    this.host = host;
    this.seeds = seeds;
    this.shownSeed = String.valueOf(host.seed());
    setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
    seedField = row(new Parameter(SEED, "Seed, 32 bits", shownSeed));
    host.parameters().forEach(this::row);
    reset.addActionListener(pressed -> restore());
    sentence.setEditable(false);
    sentence.setLineWrap(true);
    sentence.setWrapStyleWord(true);
    sentence.setOpaque(false);
    sentence.setFont(getFont());
    JPanel below = new JPanel(new BorderLayout(0, EDGE));
    below.add(sentence, BorderLayout.CENTER);
    below.add(reset, BorderLayout.SOUTH);
    JPanel above = new JPanel(new BorderLayout(0, EDGE));
    above.add(grid, BorderLayout.NORTH);
    above.add(below, BorderLayout.CENTER);
    add(above, BorderLayout.NORTH);
    tell();
  }

  private JTextField row(Parameter parameter) {
    JTextField field = new JTextField(parameter.value(), COLUMNS);
    field.setName(parameter.key());
    field.setToolTipText(parameter.key());
    field.setCaretPosition(0);
    field.setFont(new Font(Font.MONOSPACED, Font.PLAIN, field.getFont().getSize()));
    field.addActionListener(entered -> take(parameter.key()));
    field.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent left) {
            take(parameter.key());
          }
        });
    fields.put(parameter.key(), field);
    place(new JLabel(parameter.title()), 0, fields.size(), 0);
    place(field, 1, fields.size(), 1);
    return field;
  }

  private void place(JComponent component, int column, int row, double weight) {
    GridBagConstraints where = new GridBagConstraints();
    where.gridx = column;
    where.gridy = row;
    where.weightx = weight;
    where.insets = SPACE;
    where.anchor = GridBagConstraints.WEST;
    where.fill = weight > 0 ? GridBagConstraints.HORIZONTAL : GridBagConstraints.NONE;
    grid.add(component, where);
  }

  /** Takes over what stands in a field, or marks it. */
  private void take(String key) {
    JTextField field = fields.get(key);
    if (field == null || !field.isEditable()) {
      return;
    }
    String problem = key.equals(SEED) ? seed(field.getText().strip()) : change(key, field);
    if (problem == null) {
      problems.remove(key);
    } else {
      problems.put(key, problem);
    }
    mark(field, problem != null);
    tell();
  }

  private static void mark(JTextField field, boolean wrong) {
    field.putClientProperty(FlatClientProperties.OUTLINE, wrong ? "error" : null);
  }

  private @Nullable String change(String key, JTextField field) {
    String now = value(key);
    return field.getText().equals(now) ? null : host.change(key, field.getText());
  }

  private String value(String key) {
    return host.parameters().stream()
        .filter(parameter -> parameter.key().equals(key))
        .map(Parameter::value)
        .findFirst()
        .orElse("");
  }

  private @Nullable String seed(String text) {
    try {
      int number = Integer.parseInt(text);
      shownSeed = text;
      return seeds.apply(number);
    } catch (NumberFormatException bad) {
      return "seed: '" + text + "' is not a whole number of 32 bits";
    }
  }

  /** Takes over every field, as before Play; says what is wrong first, or null. */
  @Nullable String commit() {
    fields.keySet().forEach(this::take);
    return problems.isEmpty() ? null : problems.values().iterator().next();
  }

  private void restore() {
    host.reset();
    problems.clear();
    seedField.setText(String.valueOf(host.seed()));
    take(SEED);
    refresh(false);
  }

  /** Shows what is in force. */
  void refresh(boolean playing) {
    host.parameters()
        .forEach(parameter -> {
          JTextField field = fields.get(parameter.key());
          if (field != null && !problems.containsKey(parameter.key())) {
            field.setText(parameter.value());
            field.setCaretPosition(0);
            mark(field, false);
          }
        });
    for (JTextField field : fields.values()) {
      field.setEditable(!playing);
    }
    reset.setEnabled(!playing);
    tell();
    if (playing) {
      sentence.setForeground(getForeground());
      sentence.setText(PLAYING);
    }
  }

  /** The seed that a session has, wherever it was set. */
  void showSeed(long seed) {
    shownSeed = String.valueOf(seed);
    seedField.setText(shownSeed);
  }

  /** The Console's own field holds that seed: it counts unless another was typed here since. */
  void adopt(String seed) {
    if (seedField.getText().strip().equals(shownSeed)) {
      shownSeed = seed;
      seedField.setText(seed);
    }
  }

  private void tell() {
    sentence.setForeground(problems.isEmpty() ? getForeground() : WRONG_TEXT);
    String changed = words(host.changes());
    sentence.setText(
        problems.isEmpty()
            ? EDITABLE + (changed.isEmpty() ? "" : "\n\n" + changed)
            : problems.values().iterator().next());
  }

  /** For the headline: what was changed, or nothing. */
  static String words(Map<String, String> changes) {
    if (changes.isEmpty()) {
      return "";
    }
    StringBuilder words = new StringBuilder("changed here:");
    changes.forEach((key, value) -> words.append("  ").append(key).append('=').append(value));
    return words.toString();
  }

  /** Presses the button that takes every change back. */
  void pressReset() {
    reset.doClick(0);
  }

  /** The field of a key, for who fills it in. */
  @Nullable JTextField field(String key) {
    return fields.get(key);
  }
}
