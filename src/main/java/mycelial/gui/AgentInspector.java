package mycelial.gui;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.DefaultTableModel;
import javax.swing.text.DefaultCaret;
import mycelial.colony.AgentView.Sheet;
import sim.display.GUIState;
import sim.portrayal.Inspector;
import sim.portrayal.SimpleInspector;

/**
 * An agent's tables, each with the words of its selected row in full, and beneath them its
 * properties. Looks only; Swing's thread, which holds the schedule's monitor while it looks.
 */
final class AgentInspector extends Inspector {
  private static final long serialVersionUID = 1L;
  private static final int MOST_PROPERTIES = 100;
  private static final int MOST_ROWS = 8;
  private static final int WIDE = 640;
  private static final int EDGE = 8;
  private static final int SPACE = 14;
  private static final int MOST_WIDE = 900;
  private static final int SHORT = 60;
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.:]\\d+)*( %)?");

  private final SimpleInspector properties;
  private final transient List<Table> tables = new ArrayList<>();

  /** A table on the screen and what it reads. */
  private record Table(
      Sheet sheet,
      DefaultTableModel model,
      JTable shown,
      JScrollPane scroll,
      JLabel title,
      JTextArea words) {}

  AgentInspector(ViewProperties shown, List<Sheet> sheets, GUIState gui) {
    properties = new SimpleInspector(shown, gui, null, MOST_PROPERTIES);
    setLayout(new BorderLayout());
    setVolatile(true);
    JPanel all = new JPanel();
    all.setLayout(new BoxLayout(all, BoxLayout.Y_AXIS));
    for (Sheet sheet : sheets) {
      add(sheet, all);
    }
    all.add(left(properties));
    add(all, BorderLayout.CENTER);
    fill();
  }

  private void add(Sheet sheet, JPanel all) {
    DefaultTableModel model =
        new DefaultTableModel(sheet.columns().toArray(), 0) {
          private static final long serialVersionUID = 1L;

          @Override
          public boolean isCellEditable(int row, int column) {
            return false;
          }
        };
    JTable table = new JTable(model);
    table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.setDefaultRenderer(Object.class, new Cell());
    JLabel title = new JLabel(sheet.title());
    title.setFont(title.getFont().deriveFont(Font.BOLD));
    JScrollPane scroll = new JScrollPane(table);
    all.add(left(title));
    all.add(left(scroll));
    JTextArea words = words();
    all.add(left(words));
    all.add(Box.createVerticalStrut(EDGE));
    Table made = new Table(sheet, model, table, scroll, title, words);
    table.getSelectionModel().addListSelectionListener(chosen -> tell(made));
    tables.add(made);
  }

  private static JTextArea words() {
    JTextArea words = new JTextArea();
    words.setEditable(false);
    words.setLineWrap(true);
    words.setWrapStyleWord(true);
    words.setOpaque(false);
    // Or the inspector scrolls to wherever a text has changed.
    if (words.getCaret() instanceof DefaultCaret caret) {
      caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
    }
    words.setBorder(BorderFactory.createEmptyBorder(EDGE / 2, EDGE / 2, 0, 0));
    return words;
  }

  /** The last column of the selected row, where it may be longer than the window is wide. */
  private static void tell(Table table) {
    int row = table.shown().getSelectedRow();
    int last = table.model().getColumnCount() - 1;
    String text = row < 0 ? "" : String.valueOf(table.model().getValueAt(row, last));
    if (!table.words().getText().equals(text)) {
      table.words().setText(text);
    }
    table.words().setVisible(text.length() > SHORT);
  }

  /** Numbers stand on the right; what does not fit is the tool tip. */
  private static final class Cell extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;

    @Override
    protected void setValue(Object value) {
      String text = String.valueOf(value);
      setText(text);
      setHorizontalAlignment(NUMBER.matcher(text).matches() ? RIGHT : LEFT);
      setToolTipText(text.length() > SHORT ? text : null);
    }
  }

  private static Component left(JComponent component) {
    component.setAlignmentX(LEFT_ALIGNMENT);
    return component;
  }

  private void fill() {
    for (Table table : tables) {
      List<List<String>> rows = table.sheet().rows().get();
      int chosen = Math.max(0, table.shown().getSelectedRow());
      table.model().setRowCount(0);
      rows.forEach(row -> table.model().addRow(row.toArray()));
      if (chosen < rows.size()) {
        table.shown().setRowSelectionInterval(chosen, chosen);
      }
      tell(table);
      table.title().setText(table.sheet().title() + (rows.isEmpty() ? ": none yet" : ""));
      table.scroll().setVisible(!rows.isEmpty());
      widen(table.shown());
      fit(table.scroll(), table.shown(), rows.size());
    }
  }

  /** As high as the rows, or as many of them as leave room for others; bars need one more. */
  private static void fit(JScrollPane scroll, JTable table, int rows) {
    int height = table.getRowHeight() * (Math.min(rows, MOST_ROWS) + 2);
    if (scroll.getPreferredSize().height != height) {
      scroll.setPreferredSize(new Dimension(WIDE, height));
      scroll.setMaximumSize(new Dimension(Integer.MAX_VALUE, height));
      scroll.revalidate();
    }
  }

  /** Columns are as wide as their words, within reason. */
  private static void widen(JTable table) {
    FontMetrics letters = table.getFontMetrics(table.getFont());
    for (int column = 0; column < table.getColumnCount(); column++) {
      int width = letters.stringWidth(table.getColumnName(column));
      for (int row = 0; row < table.getRowCount(); row++) {
        String words = String.valueOf(table.getValueAt(row, column));
        width = Math.max(width, letters.stringWidth(words));
      }
      int shown = Math.min(width, MOST_WIDE) + SPACE;
      table.getColumnModel().getColumn(column).setPreferredWidth(shown);
    }
  }

  @Override
  public void updateInspector() {
    properties.updateInspector();
    fill();
  }
}
