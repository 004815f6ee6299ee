// The least that Qt needs for a window, to be compared with.

#include <QApplication>
#include <QWidget>

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    QWidget window;
    window.resize(1440, 900); // as that of Idscope
    window.show();
    return QApplication::exec();
}
