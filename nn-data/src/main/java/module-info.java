/** Data to learn from: tables in CSV files, labelled images in IDX and PNG files, MNIST and its download, synthetic digits. */
module io.nabla.data {
    requires transitive java.net.http;
    requires transitive io.nabla.api;
    requires java.desktop;
    requires org.slf4j;
    requires de.siegmar.fastcsv;

    exports io.nabla.data;
    exports io.nabla.data.augmentation;
    exports io.nabla.data.csv;
    exports io.nabla.data.mnist;
    exports io.nabla.data.synthetic;
}
