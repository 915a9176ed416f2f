export const PresenterPage = () => <p>presenter</p>;
